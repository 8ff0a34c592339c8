package credence.desktop.panel.importing;

import credence.desktop.theme.Figures;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.Finding.Of;
import credence.service.port.mapping.Layout;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How the looked-at file is read, and the trader's word on it. What is said here is said of all files of the import.
public final class HowRead {

    private final ObjectProperty<ImportForm> form;
    private final ReadOnlyObjectProperty<Optional<FileSurvey>> survey;
    private final Supplier<List<FormatDescription>> formats;
    private final ObservableValue<Figures> figures;
    private final ReadOnlyObjectWrapper<ReadingProjection> shown =
            new ReadOnlyObjectWrapper<>(ReadingProjection.NOTHING);

    /// @param form what is said of the files; changing it reads them again
    HowRead(
            ObjectProperty<ImportForm> form,
            ReadOnlyObjectProperty<Optional<FileSurvey>> survey,
            Supplier<List<FormatDescription>> formats,
            ObservableValue<Figures> figures) {
        this.form = form;
        this.survey = survey;
        this.formats = formats;
        this.figures = figures;
        survey.subscribe(_ -> show());
        figures.subscribe(_ -> show());
    }

    public ReadOnlyObjectProperty<ReadingProjection> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Has the files read as another format.
    ///
    /// @param format its id, [credence.service.port.mapping.ImportProfile#MAPPED] to map the columns, empty to have it recognised
    public void readAs(String format) {
        ImportForm said = form.get();
        if (!format.equals(ReadingProjection.format(said))) {
            form.set(said.with(said.unsettled().format(format)).mapped(Optional.empty()));
        }
    }

    /// Says how the files are written in one respect.
    ///
    /// @param word as [ReadingProjection.Line#choices] keeps it, any zone for [Of#ZONE]; empty lets the files say
    public void say(Of of, String word) {
        ImportForm said = form.get();
        ImportForm.Unsettled open = said.unsettled();
        Layout layout = open.layout();
        Optional<String> some = word.isEmpty() ? Optional.empty() : Optional.of(word);
        ImportForm next =
                switch (of) {
                    case ZONE -> said.zone(word);
                    case DECIMAL -> said.with(open.decimal(word));
                    case DATE_ORDER -> said.with(open.dateOrder(word));
                    case ENCODING -> other(said, layout.encoding(some));
                    case SEPARATOR -> other(said, layout.separator(some.map(s -> s.charAt(0))));
                    case HEADER_LINE -> other(said, layout.headerLine(some.map(Integer::valueOf)));
                };
        if (!next.equals(said)) {
            form.set(next);
        }
    }

    /// Other columns: what was said of the former ones is said of nothing.
    private static ImportForm other(ImportForm said, Layout layout) {
        return said.with(said.unsettled().layout(layout)).mapped(Optional.empty());
    }

    private void show() {
        shown.set(
                survey.get()
                        .map(
                                s ->
                                        ReadingProjection.of(
                                                s, form.get(), formats.get(), figures.getValue()))
                        .orElse(ReadingProjection.NOTHING));
    }
}

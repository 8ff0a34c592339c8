package credence.desktop.panel.importing;

import credence.desktop.panel.importing.ReadingProjection.Line;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.Finding;
import credence.service.port.mapping.Finding.Of;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a file is written, line by line, and what the trader may say instead.
final class WrittenLines {

    private static final int HEADERS = 20;

    private WrittenLines() {}

    static List<Line> of(FileSurvey survey, ImportForm said) {
        List<Line> lines = new ArrayList<>();
        for (Of of : Of.values()) {
            Optional<Finding> found =
                    survey.findings().stream().filter(f -> f.of() == of).findFirst();
            String chosen = chosen(of, said);
            if (found.isPresent()) {
                boolean open = !found.get().settled() || !chosen.isEmpty();
                lines.add(
                        new Line(
                                of,
                                what(of),
                                found.get().value(),
                                found.get().source(),
                                open ? choices(of) : Map.of(),
                                chosen));
            } else if (needed(of).filter(survey.needs()::contains).isPresent()) {
                String reason = survey.error() == null ? "" : survey.error().reason();
                lines.add(new Line(of, what(of), "", reason, choices(of), chosen));
            }
        }
        return lines;
    }

    private static Optional<Need> needed(Of of) {
        return switch (of) {
            case ZONE -> Optional.of(Need.ZONE);
            case DATE_ORDER -> Optional.of(Need.DATE_ORDER);
            case DECIMAL -> Optional.of(Need.DECIMAL);
            case SEPARATOR, HEADER_LINE, ENCODING -> Optional.empty();
        };
    }

    private static String what(Of of) {
        return switch (of) {
            case SEPARATOR -> "Columns are separated by";
            case HEADER_LINE -> "Names of the columns";
            case ENCODING -> "Encoding of letters";
            case DECIMAL -> "Decimals";
            case DATE_ORDER -> "Order of dates";
            case ZONE -> "Time zone of the times";
        };
    }

    private static String chosen(Of of, ImportForm said) {
        Layout layout = said.unsettled().layout();
        return switch (of) {
            case SEPARATOR -> layout.separator().map(String::valueOf).orElse("");
            case HEADER_LINE -> layout.headerLine().map(String::valueOf).orElse("");
            case ENCODING -> layout.encoding().orElse("");
            case DECIMAL -> said.unsettled().decimal();
            case DATE_ORDER -> said.unsettled().dateOrder();
            case ZONE -> said.zone();
        };
    }

    /// By the word that is kept, what it says; the empty word lets the file say.
    private static Map<String, String> choices(Of of) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", "as found");
        switch (of) {
            case SEPARATOR -> {
                all.put(",", "comma");
                all.put(";", "semicolon");
                all.put("\t", "tab");
                all.put("|", "vertical bar");
            }
            case HEADER_LINE -> {
                all.put("0", "no header");
                for (int line = 1; line <= HEADERS; line++) {
                    all.put("" + line, "in line " + line);
                }
            }
            case ENCODING ->
                    List.of(
                                    "UTF-8",
                                    "UTF-16LE",
                                    "windows-1252",
                                    "windows-1250",
                                    "windows-1251",
                                    "windows-1254",
                                    "GB18030",
                                    "Big5",
                                    "Shift_JIS",
                                    "EUC-KR")
                            .forEach(name -> all.put(name, name));
            case DECIMAL -> {
                all.put("POINT", "point: 1,234.50");
                all.put("COMMA", "comma: 1.234,50");
            }
            case DATE_ORDER -> {
                all.put("DAY_FIRST", "day first: 31.01.2026");
                all.put("MONTH_FIRST", "month first: 01/31/2026");
                all.put("YEAR_FIRST", "year first: 2026-01-31");
            }
            case ZONE ->
                    List.of(
                                    "UTC",
                                    "America/New_York",
                                    "America/Chicago",
                                    "Europe/London",
                                    "Europe/Berlin",
                                    "Europe/Helsinki",
                                    "Asia/Shanghai",
                                    "Asia/Tokyo",
                                    "+02:00",
                                    "+03:00")
                            .forEach(zone -> all.put(zone, zone));
        }
        return all;
    }
}

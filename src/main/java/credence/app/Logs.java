package credence.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The log of the open workspace: `logs/credence.log`, rolled at 2 MiB, three old ones kept. Nothing is logged while no
/// workspace is open, and nothing ever to the console.
final class Logs {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger{30} - %msg%n";

    private @Nullable Path file;
    private @Nullable RollingFileAppender<ILoggingEvent> appender;

    /// Logs to the workspace from now on, where its folder can be written.
    synchronized void writeInto(Path workspace) {
        stop();
        Path folder = workspace.resolve("logs");
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context) || !Files.isWritable(folder)) {
            return;
        }
        Path target = folder.resolve("credence.log");
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();

        RollingFileAppender<ILoggingEvent> made = new RollingFileAppender<>();
        made.setContext(context);
        made.setName("workspace");
        made.setFile(target.toString());
        made.setEncoder(encoder);

        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(made);
        // A percent sign in the folder's name would be read as part of the pattern.
        window.setFileNamePattern(
                folder.toString().replace("%", "\\%")
                        + folder.getFileSystem().getSeparator()
                        + "credence.%i.log");
        window.setMinIndex(1);
        window.setMaxIndex(3);
        window.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("2MB"));
        size.start();

        made.setRollingPolicy(window);
        made.setTriggeringPolicy(size);
        made.start();
        if (made.isStarted()) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(made);
            appender = made;
            file = target;
        }
    }

    /// The log's file, while a workspace is open.
    synchronized Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /// Ends the log of the workspace.
    synchronized void stop() {
        RollingFileAppender<ILoggingEvent> old = appender;
        if (old != null && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(old);
            old.stop();
        }
        appender = null;
        file = null;
    }
}

package dev.connections.testing.internal.canary;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger whose lines are heard and not printed, with everything a layout could print of them. */
public final class ListeningLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a logger.
     *
     * @param name its name
     */
    public ListeningLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return true;
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return ListeningLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        var line = new StringBuilder();
        line.append(level).append(' ').append(name).append(' ');
        line.append(Thread.currentThread().getName()).append(' ');
        line.append(MessageFormatter.basicArrayFormat(pattern, arguments)).append(' ');
        Map<String, String> context = MDC.getCopyOfContextMap();
        line.append(marker == null ? "" : marker)
                .append(context == null ? "" : context)
                .append('\n');
        if (failure != null) {
            ObjectTexts.of(failure).values().forEach(text -> line.append(text).append('\n'));
        }
        Ears.hear("a log line", line.toString());
    }
}

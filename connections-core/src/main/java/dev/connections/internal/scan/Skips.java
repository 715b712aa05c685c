package dev.connections.internal.scan;

import dev.connections.spi.SourceReferences.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what was skipped to whom it may concern, else in one warning. Confined to one call. */
final class Skips implements Consumer<Skipped> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.scan");

    private final Optional<Consumer<Skipped>> report;
    private final List<Skipped> unreported = new ArrayList<>();

    Skips(Optional<Consumer<Skipped>> report) {
        this.report = report;
    }

    @Override
    public void accept(Skipped skipped) {
        report.ifPresentOrElse(told -> told.accept(skipped), () -> unreported.add(skipped));
    }

    void warn() {
        if (!unreported.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("files", unreported.size())
                    .addKeyValue("first", unreported.get(0).file())
                    .addKeyValue("reason", unreported.get(0).reason())
                    .log("files were not scanned for references");
        }
    }
}

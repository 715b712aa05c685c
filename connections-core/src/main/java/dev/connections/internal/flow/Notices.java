package dev.connections.internal.flow;

import dev.connections.Notice;
import dev.connections.internal.record.Consent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person should know of the scopes of an authorization (RULES F10). */
final class Notices {
    private Notices() {}

    static List<Notice> of(Consent consent, List<String> asked) {
        var notices = new ArrayList<Notice>();
        List<String> dropped = new Consent(asked, Optional.empty()).without(consent.requested());
        if (!dropped.isEmpty()) {
            notices.add(new Notice(
                    Notice.SCOPES_WIDER_THAN_REQUESTED,
                    "the connection no longer asks for " + dropped
                            + ", but what it was authorized with still carries them; reconnect() to give them up"));
        }
        List<String> refused = consent.without(consent.requested());
        if (!refused.isEmpty()) {
            notices.add(new Notice(
                    Notice.SCOPES_NARROWER_THAN_REQUESTED,
                    "the service did not grant " + refused
                            + "; enable these scopes in its developer settings and reconnect(), or ask for less"));
        }
        return List.copyOf(notices);
    }
}

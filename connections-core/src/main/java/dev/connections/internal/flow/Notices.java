package dev.connections.internal.flow;

import dev.connections.Field;
import dev.connections.Notice;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.Consent;
import dev.connections.internal.serve.Defined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person should know of the scopes of an authorization (RULES F10). */
final class Notices {
    private Notices() {}

    /** A list is of use for spelling alone: services add scopes, and ours may lack some. */
    private static Optional<Notice> unlisted(List<String> asked, List<Field> known) {
        List<String> names = known.stream().map(Field::name).toList();
        List<String> unlisted =
                asked.stream().filter(scope -> !names.contains(scope)).toList();
        return names.isEmpty() || unlisted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        Notice.SCOPES_NOT_LISTED,
                        "the list of the service's scopes does not have " + unlisted
                                + "; they are asked for all the same, compare them with its documentation if it refuses"
                                + " them"));
    }

    /** What is still to be chosen, after other notices. */
    static List<Notice> of(Defined<?> defined, Optional<AccountRecord> account, List<Notice> others) {
        boolean open = defined.value()
                .service()
                .strategy()
                .chooser()
                .filter(chooser -> account.filter(it -> !it.captured().containsKey(chooser.name()))
                        .isPresent())
                .isPresent();
        var notices = new ArrayList<>(others);
        if (open) {
            notices.add(new Notice(
                    Notice.CHOICE_REQUIRED,
                    "the account reaches several places at its service, and requests name one; list them with choices() and"
                            + " take one with choose(id)"));
        }
        return List.copyOf(notices);
    }

    static List<Notice> of(Consent consent, List<String> asked, List<Field> known) {
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
        unlisted(asked, known).ifPresent(notices::add);
        return List.copyOf(notices);
    }
}

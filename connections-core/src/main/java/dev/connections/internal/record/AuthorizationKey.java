package dev.connections.internal.record;

import dev.connections.Environment;
import dev.connections.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Which authorization: connection, environment where separate, subject where per user. */
public record AuthorizationKey(String linkName, Optional<Environment> environment, Optional<Subject> subject) {
    /** The record's id: short, printable, the same for every name and e-mail of a subject. */
    public String id() {
        return linkName + "." + environment.map(Enum::name).orElse("ALL") + "."
                + subject.map(value -> digest(value.id())).orElse("shared");
    }

    /** Whether it is for the same subject as an account belongs to, or for everybody as the account is. */
    public boolean owns(AccountRecord account) {
        return account.owner().map(Subject::id).equals(subject.map(Subject::id));
    }

    /** Returns a copy that says of its subject also what was known before: a job names it by its id alone. */
    public AuthorizationKey remembering(AuthorizationKey before) {
        return new AuthorizationKey(
                linkName,
                environment,
                subject.map(
                        now -> before.subject().map(then -> filled(now, then)).orElse(now)));
    }

    private static Subject filled(Subject now, Subject then) {
        Subject filled = now;
        if (now.name().isEmpty() && then.name().isPresent()) {
            filled = filled.withName(then.name().get());
        }
        if (now.email().isEmpty() && then.email().isPresent()) {
            filled = filled.withEmail(then.email().get());
        }
        return now.type().isEmpty() && then.type().isPresent()
                ? filled.withType(then.type().get())
                : filled;
    }

    /** Names it in messages. */
    public String shown() {
        return "\"" + linkName + "\"" + environment.map(value -> " in " + value).orElse("")
                + subject.map(value -> " for subject " + value.id()).orElse("");
    }

    /** Returns the SHA-256 of a text in base64url. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.connections.examples.backend.page;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionConflictException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionForbiddenException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.Reference;
import dev.connections.TransientConnectionException;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.HttpProblem;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Visit;
import dev.connections.manifest.ManifestException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong, with its code and what to do: the SDK's messages say all three. */
final class ErrorPage {
    private static final Pattern ABOUT = Pattern.compile("(" + Paths.LIST + "/[a-z0-9_]+)/[a-z/]+");
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int OURS = 500;

    private ErrorPage() {}

    static Response show(Visit visit, RuntimeException failure) {
        if (failure instanceof ConnectionException refused) {
            return withRetry(page(visit, status(refused), alert(refused)), refused);
        }
        if (failure instanceof ManifestException refused) {
            return page(visit, BAD_REQUEST, alert(String.valueOf(refused.getMessage()), refused.code(), List.of()));
        }
        if (failure instanceof HttpProblem problem) {
            return page(visit, problem.status(), alert(String.valueOf(problem.getMessage()), "", List.of()));
        }
        return page(
                visit, OURS, alert("Something broke on our side. The log of this server says what.", "", List.of()));
    }

    private static Response page(Visit visit, int status, Html alert) {
        return Layout.page(
                visit,
                status,
                "Problem",
                Element.of("h1").text("That did not work"),
                alert,
                Tags.div(
                        "actions",
                        back(visit),
                        Tags.link(Paths.LIST, "All connections").with("class", "button quiet")));
    }

    /** To the connection that the failed page was about, where it can be reconnected or switched. */
    private static Html back(Visit visit) {
        Matcher about = ABOUT.matcher(visit.request().path());
        return about.matches()
                ? Tags.link(about.group(1), "Back to the connection").with("class", "button primary")
                : Html.nothing();
    }

    /** Says when to come back, where the failure knows. */
    static Response withRetry(Response page, ConnectionException refused) {
        return refused instanceof TransientConnectionException later
                ? page.with(
                        "Retry-After",
                        String.valueOf(Math.max(1, later.retryAfter().toSeconds())))
                : page;
    }

    static int status(ConnectionException refused) {
        if (refused instanceof ConnectionForbiddenException) {
            return FORBIDDEN;
        }
        if (refused instanceof ConnectionConflictException || refused instanceof ReauthorizationRequiredException) {
            return CONFLICT;
        }
        if (refused instanceof ConnectionConfigurationException) {
            return configuration(refused.code());
        }
        if (refused instanceof ConnectionSecurityException || refused instanceof AuthorizationDeniedException) {
            return BAD_REQUEST;
        }
        return refused instanceof ConnectionProtocolException ? BAD_GATEWAY : UNAVAILABLE;
    }

    private static int configuration(String code) {
        return switch (code) {
            case "connection_unknown", "connection_deleted", "account_unknown" -> NOT_FOUND;
            case "connection_disabled" -> FORBIDDEN;
            default -> BAD_REQUEST;
        };
    }

    /** The message for the top of a form that is shown again. */
    static Html alert(ConnectionException refused) {
        List<Reference> references =
                refused instanceof ConnectionConflictException conflict ? conflict.references() : List.of();
        return alert(String.valueOf(refused.getMessage()), refused.code(), references);
    }

    private static Html alert(String message, String code, List<Reference> references) {
        Element alert = Tags.div("notice bad", Tags.p(message)).with("role", "alert");
        if (!references.isEmpty()) {
            Element list = Element.of("ul");
            references.forEach(each -> list.add(Element.of("li").text(References.words(each))));
            alert.add(Tags.p("Used by:"), list);
        }
        return code.isEmpty() ? alert : alert.add(Tags.hint("Code: ").add(Tags.code(code)));
    }
}

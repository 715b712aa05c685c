package dev.connections.oauth.internal.response;

import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.json.Values.Kind;
import dev.connections.oauth.internal.response.TokenReading.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an error stands: at the standard place, at the one the definition states, or inside an {@code error} object as
 * some services write it.
 */
final class ErrorPlaces {
    private static final String UNNAMED = "error"; // an error without a code of its own

    private final int code;
    private final int uri;
    private final int[] insideObject;
    private final int[] descriptions;
    private final int mark;
    private final String success;

    ErrorPlaces(ResponseFormat format, Places places) {
        List<String> path = format.error().orElse(List.of("error"));
        List<String> parent = path.subList(0, path.size() - 1);
        code = places.want(path);
        uri = places.want(beside(parent, "error_uri"));
        insideObject = new int[] {places.want(beside(path, "code")), places.want(beside(path, "type"))};
        descriptions = new int[] {
            places.want(beside(parent, "error_description")),
            places.want(beside(path, "message")),
            places.want(beside(parent, "message"))
        };
        mark = format.success().map(there -> places.want(there.path())).orElse(Places.NOBODY_WANTS_IT);
        success = format.success().map(ResponseFormat.Success::value).orElse("");
    }

    Optional<Refusal> read(Values values) {
        String found = code(values);
        if (found.isEmpty()
                && (mark == Places.NOBODY_WANTS_IT || values.text(mark).equals(success))) {
            return Optional.empty();
        }
        return Optional.of(
                new Refusal(found.isEmpty() ? UNNAMED : found, firstGiven(values, descriptions), values.text(uri)));
    }

    private String code(Values values) {
        return switch (values.kind(code)) {
            case TEXT -> values.text(code).isBlank() ? "" : values.text(code);
            case NUMBER -> values.text(code).equals("0") ? "" : values.text(code);
            case BOOLEAN -> values.text(code).equals("true") ? UNNAMED : "";
            case OBJECT -> inside(values);
            case ARRAY -> UNNAMED;
            case ABSENT, NULL -> "";
        };
    }

    private String inside(Values values) {
        String found = firstGiven(values, insideObject);
        return found.isEmpty() ? UNNAMED : found;
    }

    private static String firstGiven(Values values, int[] slots) {
        for (int slot : slots) {
            if (values.kind(slot) != Kind.OBJECT && !values.text(slot).isBlank()) {
                return values.text(slot);
            }
        }
        return "";
    }

    private static List<String> beside(List<String> parent, String member) {
        var path = new ArrayList<>(parent);
        path.add(member);
        return path;
    }
}

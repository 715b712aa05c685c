package dev.connections.oauth.internal.definition;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JSON pointer to a member, as the names on the way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
final class Pointer {
    private static final Pattern SHAPE = Pattern.compile("(/(?:[^~/]|~[01])+){1,8}");

    private Pointer() {}

    static List<String> parse(String pointer) {
        if (!SHAPE.matcher(pointer).matches()) {
            throw Wrong.definition(
                    "pointer_malformed",
                    "\"" + pointer + "\" is no JSON pointer to a member; write it like /data/access_token");
        }
        return Stream.of(pointer.substring(1).split("/"))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}

package dev.connections.oauth.internal.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token that travels in the query of each request, where logs and proxies see it, and why.
 *
 * @param name the parameter
 * @param explained why
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.3">RFC 6750, section 2.3</a>
 */
public record TokenQuery(String name, String explained) {
    /** The member of a definition that holds it. */
    static final String MEMBER = "token_query";

    private static final String NAME = "name";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,64}");

    static Optional<TokenQuery> of(Document document) {
        return document.has(MEMBER) ? Optional.of(read(document.object(MEMBER))) : Optional.empty();
    }

    static Document document(String name, String reason, String source) {
        return Deviation.document(reason, source).with(NAME, name);
    }

    private static TokenQuery read(Document document) {
        String name = document.requiredText(NAME);
        if (!SHAPE.matcher(name).matches()) {
            throw Wrong.definition(
                    "parameter_unknown", "\"" + name + "\" is no name of a query parameter; use one like access_token");
        }
        return new TokenQuery(name, Deviation.explained(document));
    }
}

package dev.connections.oauth.internal.definition;

import dev.connections.oauth.internal.computed.Formula;
import dev.connections.oauth.internal.computed.Formula.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the formulas of a document. */
final class Formulas {
    /** The member that holds those of headers, wherever requests have some. */
    static final String HEADERS = "computed_headers";

    private Formulas() {}

    /** Returns the formulas under a member by what they make, in their order. */
    static Map<String, Formula> of(Document document, String member, Place place) {
        var formulas = new LinkedHashMap<String, Formula>();
        document.texts(member).forEach((name, text) -> formulas.put(name, Formula.of(text, place)));
        return Collections.unmodifiableMap(formulas);
    }
}

package dev.connections.oauth.internal.definition;

import dev.connections.oauth.AccountChoice;
import dev.connections.spi.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list of places to choose from, as its document says. */
public final class ChoiceRule implements AccountChoice {
    /** The member of a definition that holds it. */
    static final String MEMBER = "choice";

    private static final String ENDPOINT = "endpoint";
    private static final String LIST = "list";
    private static final String ID = "id";
    private static final String LABEL = "label";
    private static final String NAME = "name";
    private static final String API_BASE = "api_base";
    private static final String PLACE = "{id}";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~:@-]{1,128}");

    private final Document document;
    private final URI endpoint;
    private final List<String> list;
    private final List<String> id;
    private final Optional<List<String>> label;
    private final String name;
    private final Optional<String> apiBase;

    ChoiceRule(Document document) {
        this.document = document;
        endpoint = Endpoints.httpsOrLoopback(document.requiredText(ENDPOINT), "list of choices");
        list = document.text(LIST).map(Pointer::parse).orElse(List.of());
        id = Pointer.parse(document.requiredText(ID));
        label = document.text(LABEL).map(Pointer::parse);
        name = document.text(NAME).orElse(id.get(id.size() - 1));
        apiBase = document.text(API_BASE);
        apiBase.ifPresent(ChoiceRule::requireTemplate);
    }

    /** Returns a choice from a list. */
    public static ChoiceRule of(String uri, String idPointer) {
        return new ChoiceRule(Document.EMPTY.with(ENDPOINT, uri).with(ID, idPointer));
    }

    static Optional<ChoiceRule> of(Document document) {
        return document.has(MEMBER) ? Optional.of(new ChoiceRule(document.object(MEMBER))) : Optional.empty();
    }

    Document document() {
        return document;
    }

    /** Returns where the list is. */
    public URI endpoint() {
        return endpoint;
    }

    /** Returns the path to the list in the answer, empty for the answer itself. */
    public List<String> list() {
        return list;
    }

    /** Returns the path to the id in an element. */
    public List<String> id() {
        return id;
    }

    /** Returns the path to what a person calls it. */
    public Optional<List<String>> label() {
        return label;
    }

    /** Returns the name of the captured value. */
    public String name() {
        return name;
    }

    /** Returns the API base of an account for which an id was chosen, empty where it is no part of it. */
    public Optional<String> apiBase(String chosen) {
        return apiBase.map(template -> template.replace(PLACE, chosen));
    }

    /** Tells whether an id can be a part of a path or a header. */
    public static boolean isSafe(String chosen) {
        return SAFE.matcher(chosen).matches() && !chosen.equals(".") && !chosen.equals("..");
    }

    /** Refuses addresses that a definition for the outer world may not have. */
    void check(boolean plainHttp) {
        var unused = ServerFormat.endpoint(endpoint.toString(), "list of choices", plainHttp);
        apiBase("x").ifPresent(base -> ServerFormat.endpoint(base, "API base of a choice", plainHttp));
    }

    @Override
    public AccountChoice withList(String pointer) {
        return new ChoiceRule(document.with(LIST, pointer));
    }

    @Override
    public AccountChoice withLabel(String pointer) {
        return new ChoiceRule(document.with(LABEL, pointer));
    }

    @Override
    public AccountChoice withName(String captured) {
        return new ChoiceRule(document.with(NAME, captured));
    }

    @Override
    public AccountChoice withApiBase(String template) {
        return new ChoiceRule(document.with(API_BASE, template));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChoiceRule rule && document.equals(rule.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return "AccountChoice" + document;
    }

    private static void requireTemplate(String template) {
        int at = template.indexOf(PLACE);
        int path = template.indexOf('/', template.indexOf("://") + 3);
        if (at < 0 || path < 0 || at < path || template.indexOf(PLACE, at + 1) >= 0) {
            throw Wrong.definition(
                    "choice_malformed",
                    "the API base \"" + template + "\" of a choice must hold {id} once and in its path; write it like"
                            + " https://api.example.com/sites/{id}");
        }
        var unused = Endpoints.httpsOrLoopback(template.replace(PLACE, "x"), "API base of a choice");
    }
}

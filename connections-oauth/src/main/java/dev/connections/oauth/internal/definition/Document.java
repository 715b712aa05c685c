package dev.connections.oauth.internal.definition;

import dev.connections.ConnectionConfigurationException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object that keeps members it does not know, in their order.
 *
 * <p>A member of another type than asked for is a {@code service_malformed} that names it.
 */
public final class Document {
    /** The object without members. */
    public static final Document EMPTY = new Document(Map.of());

    private final Map<String, @Nullable Object> members;

    private Document(Map<String, @Nullable Object> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Reads a JSON object. */
    public static Document parse(String json) {
        return new Document(Json.read(json));
    }

    /** Returns the object as JSON text. */
    public String toJson() {
        return Json.write(members);
    }

    /** Returns a copy whose member has another value: text, boolean, list or document. */
    public Document with(String member, Object value) {
        var copy = new LinkedHashMap<String, @Nullable Object>(members);
        copy.put(member, plain(value));
        return new Document(copy);
    }

    /** Returns a copy without a member. */
    public Document without(String member) {
        var copy = new LinkedHashMap<String, @Nullable Object>(members);
        copy.remove(member);
        return new Document(copy);
    }

    /** Returns a copy in which the object under {@code member} has one more member. */
    public Document withEntry(String member, String name, Object value) {
        return with(member, object(member).with(name, value));
    }

    /** Returns a copy in which the list under {@code member} ends with one more element. */
    public Document withLast(String member, Object element) {
        var list = new ArrayList<@Nullable Object>(list(member));
        list.add(plain(element));
        return with(member, list);
    }

    /** Returns a copy in which the list under {@code member} begins with one more element. */
    public Document withFirst(String member, Object element) {
        var list = new ArrayList<@Nullable Object>();
        list.add(plain(element));
        list.addAll(list(member));
        return with(member, list);
    }

    /** Returns the names of the members, in their order. */
    public Set<String> names() {
        return members.keySet();
    }

    /** Returns a member as JSON text. */
    public String json(String member) {
        return Json.write(members.get(member));
    }

    /** Tells whether a member is an object. */
    public boolean isObject(String member) {
        return members.get(member) instanceof Map;
    }

    /** Tells whether a member is there and not null. */
    public boolean has(String member) {
        return members.get(member) != null;
    }

    /** Returns a text. */
    public Optional<String> text(String member) {
        return value(member, String.class, "a text");
    }

    /** Returns a text that must be there. */
    public String requiredText(String member) {
        return text(member)
                .orElseThrow(() -> malformed("member \"" + member + "\" is missing; add it, a text is expected"));
    }

    /** Returns whether a member is {@code true}. */
    public boolean flag(String member) {
        return value(member, Boolean.class, "true or false").orElse(false);
    }

    /** Refuses other members than texts under these names; what is read late would fail late. */
    public void requireTexts(String... names) {
        for (String each : names) {
            Optional<String> unused = text(each);
        }
    }

    /** Refuses other members than true and false under these names. */
    public void requireFlags(String... names) {
        for (String each : names) {
            boolean unused = flag(each);
        }
    }

    /** Returns a duration, written as in ISO 8601. */
    public Optional<Duration> duration(String member) {
        return text(member).map(text -> duration(member, text));
    }

    /** Returns an object, empty if there is none. */
    public Document object(String member) {
        return value(member, Map.class, "an object").map(Document::ofMap).orElse(EMPTY);
    }

    /** Returns an object of texts, in its order. */
    public Map<String, String> texts(String member) {
        Document object = object(member);
        var texts = new LinkedHashMap<String, String>();
        object.members.keySet().forEach(name -> texts.put(name, object.requiredText(name)));
        return Collections.unmodifiableMap(texts);
    }

    /** Returns an object of lists of texts, in its order. */
    public Map<String, List<String>> textLists(String member) {
        Document object = object(member);
        var lists = new LinkedHashMap<String, List<String>>();
        object.members.keySet().forEach(name -> lists.put(name, object.textList(name)));
        return Collections.unmodifiableMap(lists);
    }

    /** Returns a list of texts. */
    public List<String> textList(String member) {
        return list(member).stream()
                .map(each -> cast(member, each, String.class, "a list of texts"))
                .toList();
    }

    /** Returns a list of objects. */
    public List<Document> objects(String member) {
        return list(member).stream()
                .map(each -> ofMap(cast(member, each, Map.class, "a list of objects")))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document document && members.equals(document.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** Returns the JSON text. */
    @Override
    public String toString() {
        return toJson();
    }

    private List<?> list(String member) {
        Object value = members.get(member);
        return value == null ? List.of() : cast(member, value, List.class, "a list");
    }

    private static Object plain(Object value) {
        return value instanceof Document document ? document.members : value;
    }

    @SuppressWarnings("unchecked") // JSON objects have text names
    private static Document ofMap(Map<?, ?> map) {
        return new Document((Map<String, @Nullable Object>) map);
    }

    private static Duration duration(String member, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notOne) {
            throw malformed("member \"" + member + "\" is no duration; write it as in ISO 8601, such as PT5M");
        }
    }

    private <T> Optional<T> value(String member, Class<T> type, String expected) {
        Object value = members.get(member);
        return value == null ? Optional.empty() : Optional.of(cast(member, value, type, expected));
    }

    private static <T> T cast(String member, @Nullable Object value, Class<T> type, String expected) {
        if (!type.isInstance(value)) {
            throw malformed("member \"" + member + "\" is not usable; write " + expected + " there");
        }
        return type.cast(value);
    }

    private static ConnectionConfigurationException malformed(String problem) {
        return new ConnectionConfigurationException(
                "service_malformed", "the settings of an OAuth service: " + problem, null);
    }
}

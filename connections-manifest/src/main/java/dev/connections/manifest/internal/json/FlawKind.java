package dev.connections.manifest.internal.json;

import static dev.connections.manifest.internal.json.FlawKind.Repair.COMMA;
import static dev.connections.manifest.internal.json.FlawKind.Repair.NONE;
import static dev.connections.manifest.internal.json.FlawKind.Repair.QUOTES;
import static dev.connections.manifest.internal.json.FlawKind.Repair.REMOVE;

/** What text can do that JSON (RFC 8259) does not. In a problem, {@code {}} stands for the text concerned. */
public enum FlawKind {
    EMPTY_FILE("empty_file", NONE, "the file is empty", "write a JSON object with at least \"service\" in it"),
    BYTE_ORDER_MARK(
            "byte_order_mark",
            REMOVE,
            "the file starts with a byte order mark (EF BB BF), which some readers take for text",
            "save it as UTF-8 without one; fix() removes the three bytes"),
    COMMENT(
            "comment",
            REMOVE,
            "a comment stands here, and JSON has none",
            "remove it; fix() removes exactly these bytes"),
    TRAILING_COMMA(
            "trailing_comma",
            REMOVE,
            "a comma stands behind the last item",
            "remove it; fix() removes exactly this byte"),
    FOREIGN_BLANK(
            "foreign_blank",
            REMOVE,
            "{} stands where JSON allows only space, tab and line break, as happens when text is copied from a web page",
            "remove it; fix() removes all such characters outside strings"),
    LINE_NUMBERS(
            "line_numbers",
            REMOVE,
            "each line starts with its number, as happens when a listing is copied from a web page",
            "remove the numbers; fix() removes exactly these bytes"),
    TEXT_AFTER_END(
            "text_after_end",
            REMOVE,
            "{} follows the end of the JSON value",
            "remove it; fix() removes exactly these bytes"),
    SECOND_VALUE(
            "second_value",
            NONE,
            "a second JSON value follows the first",
            "keep one value in the file; which of them is not for a program to say"),
    BRACES_MISSING(
            "braces_missing",
            NONE,
            "the text starts with the member {}, without the braces around it",
            "put it inside the outer { } of a plugin-manifest.json; a single entry can go to Connector.parse"),
    ELLIPSIS(
            "ellipsis",
            NONE,
            "{} stands for text that the page it was copied from leaves out",
            "replace it by your own values"),
    COMMA_MISSING("comma_missing", COMMA, "no comma stands between two items", "add one; fix() adds it here"),
    COMMA_EXTRA("comma_extra", REMOVE, "a comma stands where an item belongs", "remove it; fix() removes it"),
    COLON_MISSING("colon_missing", NONE, "no colon follows a member's name", "write \"name\": value"),
    NAME_MISSING("name_missing", NONE, "a value stands where a member's name belongs", "write \"name\": value"),
    NAME_UNQUOTED(
            "name_unquoted",
            QUOTES,
            "the member's name {} is not in double quotes",
            "write it in double quotes; fix() adds them"),
    VALUE_MISSING("value_missing", NONE, "no value follows a member's name", "write one, or remove the member"),
    QUOTES_SINGLE(
            "quotes_single",
            QUOTES,
            "a string stands in single quotes",
            "use double quotes; fix() replaces them where the string has none inside"),
    QUOTES_CURLY(
            "quotes_curly",
            QUOTES,
            "a string stands in typographic quotes, as word processors make them",
            "use straight double quotes; fix() replaces them where the string has none inside"),
    BRACKET_EXTRA("bracket_extra", NONE, "{} closes nothing", "remove it, or add the bracket that it closes"),
    BRACKET_OPEN("bracket_open", NONE, "{} is not closed", "add the closing bracket"),
    STRING_OPEN("string_open", NONE, "a string is not closed on its line", "add the closing double quote"),
    CONTROL_CHARACTER(
            "control_character",
            NONE,
            "a string holds the control character {}",
            "write it as an escape, for example \\t for a tab, or remove it"),
    ESCAPE_UNKNOWN(
            "escape_unknown",
            NONE,
            "a backslash starts no escape that JSON knows",
            "write \\\\ for a backslash; JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits"),
    LONE_SURROGATE(
            "lone_surrogate",
            NONE,
            "an escape names half a character (a surrogate without its partner)",
            "write both halves, or the character itself"),
    NUMBER_SHAPE(
            "number_shape",
            NONE,
            "{} is no JSON number",
            "write digits without leading zero or plus sign, for example 10 or 0.5; put anything else in double quotes"),
    LITERAL_UNKNOWN(
            "literal_unknown",
            NONE,
            "{} is no JSON value",
            "put text in double quotes; the words JSON knows are true, false and null");

    /** How a flaw is mended where one answer is safe. */
    public enum Repair {
        NONE,
        REMOVE,
        COMMA,
        QUOTES
    }

    private final String code;
    private final Repair repair;
    private final String problem;
    private final String advice;

    FlawKind(String code, Repair repair, String problem, String advice) {
        this.code = code;
        this.repair = repair;
        this.problem = problem;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    public Repair repair() {
        return repair;
    }

    public String problem() {
        return problem;
    }

    public String advice() {
        return advice;
    }

    /** Tells whether text with this flaw is outside JSON's grammar; the other two kinds are inside, but readers differ. */
    public boolean breaksJson() {
        return this != BYTE_ORDER_MARK && this != LONE_SURROGATE;
    }

    /** Tells whether all places of this kind in a text make one flaw: copied text has hundreds. */
    boolean gathers() {
        return this == FOREIGN_BLANK || this == LINE_NUMBERS;
    }
}

package dev.connections.manifest.internal.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every code that a finding can have, with what it stands for in a few words. */
public final class Codes {
    private static final String TABLE = """
            empty_file                 the file is empty
            byte_order_mark            a byte order mark stands before the text
            comment                    JSON has no comments
            trailing_comma             a comma stands behind the last item
            foreign_blank              a blank that JSON does not know
            line_numbers               the line numbers of a listing
            text_after_end             text behind the end of the JSON value
            second_value               a second JSON value
            braces_missing             the outermost braces are missing
            ellipsis                   dots that stand for left out text
            comma_missing              no comma between two items
            comma_extra                a comma where an item belongs
            colon_missing              no colon behind a name
            name_missing               a value where a name belongs
            name_unquoted              a name without double quotes
            value_missing              no value behind a name
            quotes_single              single quotes around a string
            quotes_curly               typographic quotes around a string
            bracket_extra              a bracket that closes nothing
            bracket_open               a bracket that is not closed
            string_open                a string that is not closed
            control_character          a control character in a string
            escape_unknown             an escape that JSON does not know
            lone_surrogate             half a character
            number_shape               a number that is not JSON
            literal_unknown            a word that is no JSON value
            duplicate_key              a name that stands twice in one object
            not_a_manifest             the file is no Zoho plugin manifest
            service_missing            no product is named
            service_type               the product is no string
            service_unknown            a product without a known manifest
            service_case               the product's code is written otherwise
            section_type               a list of entries is no list
            section_misplaced          entries where the product does not keep them
            connectors_too_many        more connectors than the product takes
            key_missing                a key that the product must have
            key_unknown                a key that no help page knows
            key_misspelled             a known key in another spelling
            locale_unknown             a language that is not known
            locale_english_missing     English is missing
            default_locale_missing     no default among the languages
            translation_missing        a language without its translations
            extension_type             a type that the product does not take
            domain_shape               a domain without a scheme
            domain_gap                 a connector's host that the white list lacks
            csp_directive_unknown      a list of sources nobody has seen
            csp_too_many               more sources than the product takes
            csp_source                 a source that is no address
            csp_repeated               a source that stands twice
            config_too_many            more parameters than the product takes
            config_incomplete          a parameter without name or type
            config_choice              a value that is not among those to choose from
            config_length              a text that is too long
            config_key_unknown         a key that a parameter cannot have
            callback_secret_missing    callbacks without a secret
            callback_url               a callback that is no address
            callback_unknown           an event that does not exist
            oauth_in_manifest          an OAuth client in the manifest
            oauth_incomplete           an OAuth client that lacks something
            oauth_name                 an OAuth client's name
            oauth_url                  an OAuth client's endpoint
            path_outside               a path out of the extension's folder
            secret_in_manifest         a secret that everybody can read
            connector_type             an entry that is no object
            connector_incomplete       an entry that lacks keys
            link_name_shape            a link name with other characters than a-z, 0-9 and _
            link_name_length           a link name that is too long
            link_name_duplicate        a link name that two entries have
            connection_name_shape      a display name with other characters than the product takes
            connection_name_length     a display name that is too long
            connection_name_duplicate  a display name that two entries have
            service_repeated           a service that two entries have
            value_type                 a value of another kind
            value_blank                a value that says nothing
            boolean_as_string          true or false in quotes
            placeholder_left           a placeholder nobody replaced
            shared_by_type             an id that is neither string nor number
            shared_by_number           an id as a number
            shared_by_missing          no id says who made the connection
            scope_key                  scopes under the key of another shape
            scope_type                 scopes that are no list of strings
            scope_blank                a scope that says nothing
            scope_empty                an empty list of scopes
            scope_repeated             a scope that stands twice
            scope_of_other_service     a scope of another Zoho service
            zoho_service_in_connectors a Zoho service among the connectors
            zoho_authorisation_service another service where only Zoho's belongs
            zoho_authorisation_type    no "type": "connectors"
            connection_undeclared      a connection that code uses and no entry declares
            not_authorized             a connection that nobody has authorized
            input_missing              an endpoint with an open input
            writer_type_undocumented   an entry that Writer's help pages do not show
            service_name_unverified    a service name that was not seen at Zoho
            findings_omitted           more findings than are listed
            """;

    private static final Map<String, String> ALL = read();

    private Codes() {}

    /** Codes in the order of the table, and what each stands for. */
    public static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> read() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String line : TABLE.lines().toList()) {
            int blank = line.indexOf(' ');
            codes.put(line.substring(0, blank), line.substring(blank).strip());
        }
        return Collections.unmodifiableMap(codes);
    }
}

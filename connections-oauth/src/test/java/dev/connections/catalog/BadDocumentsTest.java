package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the readers refuse, an editor with the published schema underlines (RELIABILITY F-M19, F-M20, F-M23). */
class BadDocumentsTest {
    private static final String SERVICE = """
            {"format": 1, "link_name": "acme", "name": "Acme", "resource_servers": ["https://api.acme.example"],
             "probe": {"method": "GET", "path": "/me"}, "identity": {"path": "/me", "id": "/id", "name": "/name"},
             "default_scopes": ["read"], "known_scopes": [{"value": "read", "meaning": "Reads"}],
             "authentication": {"type": "oauth2", "version": 1, "settings": {
               "grant": "authorization_code", "authorization_endpoint": "https://acme.example/authorize",
               "token_endpoint": "https://acme.example/token", "client_id": "id",
               "client_secret": {"secret": "client_secret"}, "client_authentication": "client_secret_post",
               "scope_delimiter": ",", "added_scopes": ["offline"], "refresh_margin": "PT1M",
               "authorization_request": {"rename": {"client_id": "app"}, "omit": ["scope"], "fragment": "/x"},
               "token_request": {"format": "json", "rename": {"code": "auth_code"}, "omit": ["grant_type"],
                 "get": {"reason": "wants a query", "source": "https://acme.example/doc"}},
               "token_response": {"tokens": {"user": "/user/token"}, "rename": {"scope": "scopes"},
                 "expiry": [{"member": "ttl", "format": "milliseconds"}], "default_lifetime": "PT2H",
                 "error_meanings": {"invalid_code": "invalid_grant"}, "success": {"pointer": "/ok", "value": "true"}},
               "authorization_header": "Acme {token}", "pkce": {"method": "off", "reason": "no", "source": "doc"},
               "captures": [{"callback": "shop", "hosts": {"acme.example": []}, "token_server": true}]}}}
            """;
    private static final String CATALOGUE = """
            {"format": 1, "services": [{"link_name": "acme", "name": "Acme", "category": "crm",
              "documentation": "https://acme.example/doc", "confidence": "low", "agreement": 1,
              "checked": "2026-11-20", "inputs": [{"name": "region", "display_name": "Region", "example": "eu"}],
              "resource_servers": ["https://{region}.acme.example"],
              "authentication": {"type": "api_key", "version": 1, "settings": {"parameters": [
                {"name": "X-Key", "display_name": "Key", "place": "HEADER", "format": "{key}"}]}}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void permitsWhatTheyBeginWith() throws IOException {
        assertThat(ServiceSchema.errors(SERVICE)).isEmpty();
        assertThat(ServiceSchema.errors(CATALOGUE)).isEmpty();
        assertThat(read(SERVICE).name()).isEqualTo("Acme");
        assertThat(readFile(CATALOGUE).linkName()).isEqualTo("acme");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\": 1           | \"format\": 2",
                "\"acme\"                | \"Acme Ltd\"",
                "\"Acme\"                | \" \"",
                "[\"https://api.acme.example\"] | []",
                "[\"https://api.acme.example\"] | \"https://api.acme.example\"",
                "https://api.acme        | http://api.acme",
                "https://api.acme        | https://user@api.acme",
                "https://api.acme        | javascript:alert(1)//api.acme",
                "https://api.acme        | data:text/plain,acme",
                "https://api.acme        | file:///api.acme",
                "https://api.acme        | jar:https://api.acme",
                "\"GET\"                 | \"get\"",
                "\"id\": \"/id\"         | \"id\": \"id\"",
                ", \"meaning\": \"Reads\" | ``",
                "\"oauth2\"              | \"oauth7\"",
                "\"version\": 1          | \"version\": 2",
                "\"settings\": {         | \"settings\": [], \"more\": {",
                "\"authorization_code\"  | \"implicit\"",
                "https://acme.example/token | https://acme.example/token#x",
                "https://acme.example/token | http://acme.example/token",
                "https://acme.example/authorize | ftp://acme.example/authorize",
                "\"client_id\": \"id\"   | \"client_id\": \" \"",
                "\"client_id\": \"id\",  | ``",
                "client_secret_post\"    | client_secret_guess\"",
                "\"scope_delimiter\": \",\" | \"scope_delimiter\": \"and\"",
                "[\"offline\"]           | [\"off line\"]",
                "[\"offline\"]           | \"offline\"",
                "\"refresh_margin\": \"PT1M\" | \"refresh_margin\": \"60\"",
                "\"refresh_margin\": \"PT1M\" | \"refresh_margin\": 60",
                "{\"client_id\": \"app\"} | {\"client\": \"app\"}",
                "[\"scope\"]             | [\"state\"]",
                "\"fragment\": \"/x\"    | \"fragment\": \"#x\"",
                "\"json\"                | \"xml\"",
                "{\"code\": \"auth_code\"} | {\"kode\": \"auth_code\"}",
                "[\"grant_type\"]        | [\"code\"]",
                "\"reason\": \"wants a query\", | ``",
                "\"/user/token\"         | \"user.token\"",
                "{\"scope\": \"scopes\"} | {\"expires_in\": \"ttl\"}",
                "\"milliseconds\"        | \"fortnights\"",
                "\"default_lifetime\": \"PT2H\" | \"default_lifetime\": \"two hours\"",
                "\"invalid_grant\"       | \"invalid_mood\"",
                "\"pointer\": \"/ok\", | ``",
                "Acme {token}            | Acme token",
                "Acme {token}            | {token} {token}",
                "\"method\": \"off\"     | \"method\": \"S512\"",
                ", \"source\": \"doc\"   | ``",
                "\"callback\": \"shop\", | ``",
                "{\"acme.example\": []}, | {\"acme.example\": \"https://acme.example\"},",
                "\"hosts\": {\"acme.example\": []}, | ``",
                "\"token_server\": true  | \"token_server\": \"yes\"",
            })
    void refusesServicesThatTheReaderRefuses(String found, String written) {
        String bad = SERVICE.replace(found, written);

        assertThat(bad).isNotEqualTo(SERVICE);
        assertThatThrownBy(() -> read(bad)).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(ServiceSchema.errors(bad)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\": 1           | \"format\": 2",
                "\"format\": 1,          | ``",
                "\"services\": [         | \"servises\": 1, \"services\": [",
                "\"acme\"                | \"Acme\"",
                "\"Acme\"                | 7",
                ", \"category\": \"crm\" | ``",
                "\"crm\"                 | \"C R M\"",
                "\"crm\"                 | \"crm\", \"replace\": \"yes\"",
                "\"crm\"                 | \"crm\", \"insecure\": true",
                "\"crm\"                 | \"crm\", \"notes\": \"Ask support.\"",
                "\"crm\"                 | \"crm\", \"data_centers\": \"mars\"",
                "https://acme.example/doc | http://acme.example/doc",
                "\"low\"                 | \"sure\"",
                "\"agreement\": 1        | \"agreement\": 0",
                "\"agreement\": 1,       | ``",
                "\"2026-11-20\"          | \"today\"",
                "\"name\": \"region\"    | \"name\": \"key\"",
                "\"name\": \"region\"    | \"name\": \"Region\"",
                "\"example\": \"eu\"     | \"exampel\": \"eu\"",
                "\"example\": \"eu\"     | \"host\": \"mine\"",
                "\"example\": \"eu\"     | \"hosts\": [\"*.com\"]",
                "\"example\": \"eu\"     | \"optional\": \"yes\"",
                "\"version\": 1          | \"version\": 1.5",
                "\"settings\": {         | \"settings\": {\"client_secret\": \"x\", ",
                "\"authentication\"      | \"identity\"",
                "\"place\": \"HEADER\" | \"place\": \"HEADER\", \"insecure\": true",
                "\"settings\": {         | \"settings\": {\"trust\": \"all\", ",
                "\"crm\"                 | \"crm\", \"probe\": {\"method\": \"GET\", \"path\": \"/\", \"redirects\": true}",
                "\"crm\"                 | \"crm\", \"extends\": 7",
            })
    void refusesCataloguesThatTheReaderRefuses(String found, String written) {
        String bad = CATALOGUE.replace(found, written);

        assertThat(bad).isNotEqualTo(CATALOGUE);
        assertThatThrownBy(() -> readFile(bad)).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(ServiceSchema.errors(bad)).isNotEmpty();
    }

    private static Service<?> read(String json) {
        return Service.fromJson(json, Map.of("client_secret", Secret.of("s3cr3t-client")));
    }

    private Service<?> readFile(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), json);
        return ServiceCatalog.bundled().withFile(file).get("acme").withValues(Map.of("region", "eu"));
    }
}

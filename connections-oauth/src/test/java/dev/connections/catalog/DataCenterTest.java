package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DataCenterTest {
    @ParameterizedTest
    @CsvSource({
        "US, accounts.zoho.com,     www.zohoapis.com,    zoho.com",
        "EU, accounts.zoho.eu,      www.zohoapis.eu,     zoho.eu",
        "IN, accounts.zoho.in,      www.zohoapis.in,     zoho.in",
        "AU, accounts.zoho.com.au,  www.zohoapis.com.au, zoho.com.au",
        "JP, accounts.zoho.jp,      www.zohoapis.jp,     zoho.jp",
        "CA, accounts.zohocloud.ca, www.zohoapis.ca,     zohocloud.ca",
        "SA, accounts.zoho.sa,      www.zohoapis.sa,     zoho.sa",
        "UK, accounts.zoho.uk,      www.zohoapis.uk,     zoho.uk",
        "CN, accounts.zoho.com.cn,  www.zohoapis.com.cn, zoho.com.cn"
    })
    void knowsItsHosts(DataCenter home, String accounts, String api, String suffix) {
        assertThat(home.accountsHost()).isEqualTo(accounts);
        assertThat(home.apiHost()).isEqualTo(api);
        assertThat(home.suffix()).isEqualTo(suffix);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CN")
    void beginsAuthorizationAtTheCommonHost(DataCenter home) {
        assertThat(home.authorizationHost()).isEqualTo("accounts.zoho.com");
    }

    @ParameterizedTest
    @EnumSource(names = "CN")
    void beginsAuthorizationInChinaAtItsOwnHost(DataCenter home) {
        assertThat(home.authorizationHost()).isEqualTo("accounts.zoho.com.cn");
    }
}

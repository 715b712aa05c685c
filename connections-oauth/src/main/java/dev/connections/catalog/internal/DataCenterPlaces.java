package dev.connections.catalog.internal;

import dev.connections.catalog.DataCenter;
import java.util.Map;
import java.util.Set;

/** What templates may say of a data centre. */
final class DataCenterPlaces {
    static final Set<String> NAMES = of(DataCenter.US).keySet();

    private DataCenterPlaces() {}

    static Map<String, String> of(DataCenter dataCenter) {
        return Map.of(
                "authorization_host", dataCenter.authorizationHost(),
                "accounts_host", dataCenter.accountsHost(),
                "api_host", dataCenter.apiHost(),
                "suffix", dataCenter.suffix());
    }
}

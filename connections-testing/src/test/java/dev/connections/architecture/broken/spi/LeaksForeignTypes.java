package dev.connections.architecture.broken.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.util.List;
import java.util.Map;
import kotlin.Unit;

public abstract class LeaksForeignTypes {
    protected Map<String, List<? extends JsonNode>> jackson = Map.of();

    protected abstract void nimbus(TokenResponse[] responses);

    public abstract <T extends Comparable<Unit>> void kotlin(T value);

    abstract JsonNode hidden();
}

package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** No secret stands anywhere else in a manifest either, but for the keys in which DESK asks for one. */
final class SecretsOutside implements ManifestRule {
    /** {@link FormerOAuth} and {@link Callbacks} speak of these. */
    private static final Set<String> ASKED_FOR = Set.of("secret", "TPAOauth", "deskOauth", "oauth");

    private static final Set<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::json).collect(Collectors.toUnmodifiableSet());
    private static final String DESK = "DESK";

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Node root = manifest.object().orElseThrow();
        boolean desk = manifest.product().equals(DESK);
        for (Member member : root.members()) {
            String key = member.name().text();
            if (!SECTIONS.contains(key) && !(desk && ASKED_FOR.contains(key))) {
                SecretsInside.report(member, Pointer.below("", key), found);
            }
        }
    }
}

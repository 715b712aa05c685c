package dev.connections.manifest.internal.entry;

import dev.connections.manifest.ManifestException;
import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.edit.Editor;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts one entry into a manifest, or makes the one with its identity say the same. */
public final class Upsert {
    private final Manifest manifest;
    private final Dialect dialect;
    private final Entry entry;
    private final Section section;

    private Upsert(Manifest manifest, Entry entry) {
        this.manifest = manifest;
        this.dialect = manifest.dialect();
        this.section = dialect.section(entry);
        this.entry = dialect.written(entry);
    }

    /**
     * Returns the manifest with the entry in it; the same one if it says all of it already.
     *
     * @throws ManifestException if the entry has no room: {@code zoho_authorisation_taken}, {@code service_repeated},
     *     {@code link_name_duplicate}, {@code section_type}, {@code duplicate_key}
     */
    public static Manifest upsert(Manifest manifest, Entry entry) {
        return new Upsert(manifest, entry).upsert();
    }

    /**
     * Returns the manifest with the entry as its one connection to Zoho's own services.
     *
     * @throws ManifestException if it is none of these, or the product keeps them elsewhere
     *     ({@code zoho_authorisation_unfit}); {@code link_name_duplicate}; {@code section_type}; {@code duplicate_key}
     */
    public static Manifest replaceZohoAuthorisation(Manifest manifest, Entry entry) {
        return new Upsert(manifest, entry).replaceZohoAuthorisation();
    }

    /** Returns the manifest without the entries of this identity; the same one if there are none. */
    public static Manifest remove(Manifest manifest, String identity) {
        Manifest rest = manifest;
        for (Optional<Placed> next = find(rest, identity); next.isPresent(); next = find(rest, identity)) {
            rest = EntryEdits.without(rest, next.get());
        }
        return rest;
    }

    private static Optional<Placed> find(Manifest manifest, String identity) {
        Dialect dialect = manifest.dialect();
        for (Placed placed : manifest.entries()) {
            if (dialect.identity(placed).equals(identity)) {
                return Optional.of(placed);
            }
        }
        return Optional.empty();
    }

    private Manifest upsert() {
        Survey survey = Survey.of(manifest, entry, section);
        if (survey.same().size() > 1) {
            throw Refusals.duplicate(entry, survey.same());
        }
        refuseIfTaken(survey);
        if (survey.same().isEmpty()) {
            return insert(Map.of());
        }
        Placed present = survey.same().get(0);
        Refusals.refuseRepeatedKey(present);
        return present.section() == section ? update(present) : move(present);
    }

    private void refuseIfTaken(Survey survey) {
        if (dialect.zohoApart() && survey.rival().isPresent()) {
            Placed other = survey.rival().get();
            throw section == Section.ZOHO_AUTHORISATION
                    ? Refusals.taken(entry, other)
                    : Refusals.repeated(entry, other);
        }
    }

    private Manifest update(Placed placed) {
        Manifest updated = EntryEdits.changed(manifest, new EntryUpdate(manifest.document(), placed, entry).edit());
        return entry.scopes().isEmpty() ? EntryEdits.trim(updated, placed, Key.SCOPE, Key.WRITER_SCOPES) : updated;
    }

    /** Takes the entry from where this product does not keep it; what it says besides the known keys goes along. */
    private Manifest move(Placed from) {
        Map<String, Draft> others = new LinkedHashMap<>();
        for (Member member : from.fields().all()) {
            if (!Fields.known(member)) {
                others.put(member.name().text(), new Draft.Raw(member.value().raw()));
            }
        }
        String sharedBy = entry.sharedBy().isEmpty() ? from.fields().text(Key.SHARED_BY) : entry.sharedBy();
        return new Upsert(EntryEdits.without(manifest, from), entry.withSharedBy(sharedBy)).insert(others);
    }

    private Manifest insert(Map<String, Draft> others) {
        Manifest ready = EntryEdits.ensure(manifest, section);
        if (section != dialect.main()) {
            ready = EntryEdits.ensure(ready, dialect.main()); // the product wants the key, if only with []
        }
        Neighbours neighbours = Neighbours.of(ready, section);
        Shape shape = dialect.shape(entry, neighbours.last().map(Placed::shape));
        Optional<Placed> model = neighbours.model(shape);
        Draft draft = draft(shape, model, others);
        Editor editor = new Editor(ready.document());
        if (section == Section.ZOHO_AUTHORISATION) {
            editor.replace(ready.value(section).orElseThrow(), draft, model.map(Placed::node));
        } else {
            editor.append(ready.value(section).orElseThrow(), draft, model.map(Placed::node));
        }
        return EntryEdits.changed(ready, editor);
    }

    private Draft draft(Shape shape, Optional<Placed> model, Map<String, Draft> others) {
        List<Key> order = model.map(
                        placed -> EntryDraft.order(shape, placed.fields().order()))
                .orElse(shape.keys());
        Map<String, Draft> members =
                new LinkedHashMap<>(EntryDraft.members(EntryDraft.values(entry, shape, section), order)
                        .values());
        others.forEach(members::putIfAbsent);
        return new Draft.Members(members);
    }

    private Manifest replaceZohoAuthorisation() {
        if (section != Section.ZOHO_AUTHORISATION) {
            throw Refusals.unfit(entry, manifest.product());
        }
        if (Survey.of(manifest, entry, section).rival().isEmpty()) {
            return upsert();
        }
        Manifest alone = remove(manifest, entry.linkName());
        return new Upsert(alone, entry).overwrite();
    }

    /** Who made the former connection says nothing about this one. */
    private Manifest overwrite() {
        Placed former = manifest.entries(section).iterator().next();
        Refusals.refuseRepeatedKey(former);
        Manifest updated = update(former);
        return entry.sharedBy().isEmpty() ? EntryEdits.trim(updated, former, Key.SHARED_BY) : updated;
    }

    /**
     * Which entries bear on a new one.
     *
     * @param same those with its identity; also a section for Zoho that does not say whose it is
     * @param rival the first other one that takes its room in a DESK manifest, by its place or its service
     */
    private record Survey(List<Placed> same, Optional<Placed> rival) {
        static Survey of(Manifest manifest, Entry entry, Section section) {
            Dialect dialect = manifest.dialect();
            List<Placed> same = new ArrayList<>();
            Optional<Placed> rival = Optional.empty();
            Iterable<Placed> entries = dialect.zohoApart()
                    ? manifest.entries()
                    : manifest.entriesThatMaySay(Key.LINK_NAME, entry.linkName());
            for (Placed placed : entries) {
                if (same(dialect, placed, entry, section)) {
                    same.add(placed);
                } else if (rival.isEmpty() && dialect.zohoApart() && rivals(placed, entry, section)) {
                    rival = Optional.of(placed);
                }
            }
            return new Survey(same, rival);
        }

        private static boolean same(Dialect dialect, Placed placed, Entry entry, Section section) {
            Optional<Node> first = placed.firstValue(Key.LINK_NAME);
            if (first.isPresent() && first.get().is(Kind.STRING)) {
                return first.get().says(entry.linkName()); // most entries start with it: no need to read the rest
            }
            String identity = dialect.identity(placed);
            if (identity.isEmpty()) {
                return placed.section() == Section.ZOHO_AUTHORISATION && section == Section.ZOHO_AUTHORISATION;
            }
            return identity.equals(entry.identity(placed.shape()));
        }

        private static boolean rivals(Placed placed, Entry entry, Section section) {
            boolean sameService =
                    placed.fields().text(Key.SERVICE).equals(entry.service().value());
            return placed.section() == section && (section == Section.ZOHO_AUTHORISATION || sameService);
        }
    }
}

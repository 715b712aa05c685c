package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.edit.Editor;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import java.util.Map;
import java.util.Optional;

/** Makes an entry that stands in a manifest say what it shall, and leaves the bytes of all that it says already. */
final class EntryUpdate {
    private final Placed placed;
    private final Fields fields;
    private final Shape shape;
    private final Entry entry;
    private final Editor editor;

    EntryUpdate(Document document, Placed placed, Entry entry) {
        this.placed = placed;
        this.fields = placed.fields();
        this.shape = placed.shape();
        this.entry = entry;
        this.editor = new Editor(document);
    }

    /** Collects the changes; what must go (scopes, where there are none any more) goes by {@link EntryTrim}. */
    Editor edit() {
        for (Map.Entry<Key, Draft> value :
                EntryDraft.values(entry, shape, placed.section()).entrySet()) {
            Optional<Member> present = present(value.getKey());
            if (present.isPresent()) {
                change(value.getKey(), present.get(), value.getValue());
            } else if (wanted(value.getKey())) {
                add(value.getKey(), value.getValue());
            }
        }
        return editor;
    }

    private Optional<Member> present(Key key) {
        Optional<Member> member = fields.member(key);
        return member.isEmpty() && key == shape.scopes() ? misnamedScopes() : member;
    }

    private Optional<Member> misnamedScopes() {
        return fields.member(shape == Shape.WRITER ? Key.SCOPE : Key.WRITER_SCOPES);
    }

    /** An absent flag reads as false. */
    private boolean wanted(Key key) {
        return switch (key) {
            case USER_ACCESS -> entry.userAccess();
            case USER_DEFINED -> entry.service().userDefined();
            default -> true;
        };
    }

    private void change(Key key, Member member, Draft wanted) {
        Node value = member.value();
        if (wanted instanceof Draft.Texts texts) {
            if (!member.name().says(key.json())) {
                editor.rename(member, key.json());
            }
            editor.replaceTexts(value, texts.values());
        } else if (!says(key, value, wanted)) {
            editor.replace(value, inItsForm(key, value, wanted), Optional.empty());
        }
    }

    private boolean says(Key key, Node value, Draft wanted) {
        if (wanted instanceof Draft.Flag flag) {
            return value.is(flag.value() ? Kind.TRUE : Kind.FALSE);
        }
        boolean form = value.is(Kind.STRING) || (key == Key.SHARED_BY && value.is(Kind.NUMBER));
        boolean guessed =
                key == Key.TYPE && shape == Shape.WRITER && !entry.writer().documented();
        return form
                && (guessed
                        || (wanted instanceof Draft.Text text && value.text().equals(text.value())));
    }

    /** An id that stands as a number stays one. */
    private Draft inItsForm(Key key, Node value, Draft wanted) {
        boolean number = key == Key.SHARED_BY
                && value.is(Kind.NUMBER)
                && entry.sharedBy().matches("[1-9][0-9]*");
        return number ? new Draft.Raw(entry.sharedBy()) : wanted;
    }

    private void add(Key key, Draft value) {
        Optional<Member> behind =
                EntryDraft.predecessor(key, shape, fields.order()).flatMap(fields::member);
        editor.insert(placed.node(), behind, key.json(), value);
    }
}

package dev.connections.examples.backend.html;

import java.util.Arrays;
import java.util.List;

/** A table with a caption and headed columns. Confined to the thread that makes the page. */
public final class Table implements Html {
    private final Element body = Element.of("tbody");
    private final Element table;
    private final String caption;

    private Table(String caption, List<String> columns) {
        Element head = Element.of("tr");
        columns.forEach(column -> head.add(Element.of("th").with("scope", "col").text(column)));
        this.caption = caption;
        this.table = Element.of("table")
                .add(Element.of("caption").text(caption))
                .add(Element.of("thead").add(head))
                .add(body);
    }

    /**
     * Starts a table.
     *
     * @param caption what it lists
     * @param columns the heads of its columns
     * @return the table
     */
    public static Table of(String caption, String... columns) {
        return new Table(caption, List.of(columns));
    }

    /**
     * Appends a row.
     *
     * @param cells one for each column; the first is the row's head
     * @return this
     */
    public Table row(Html... cells) {
        Element row = Element.of("tr").add(Element.of("th").with("scope", "row").add(cells[0]));
        Arrays.stream(cells).skip(1).forEach(cell -> row.add(Element.of("td").add(cell)));
        body.add(row);
        return this;
    }

    @Override
    public void writeTo(StringBuilder out) {
        // A wide table scrolls by itself; the keyboard needs the focus to do so.
        Tags.div("scroll", table)
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", caption)
                .writeTo(out);
    }
}

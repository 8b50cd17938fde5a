package lathe.ingest.format.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells tables that hold data, whose rows become lines, from tables that only place things on the page, whose cells are
 * blocks: those have tables, headings or other large blocks in their cells.
 */
final class Tables {
    private static final String LARGE = "table, h1, h2, h3, h4, h5, h6, pre, blockquote, article, section";

    private Tables() {}

    /** The tables within an element that only place things. */
    static Set<Element> layout(Element part) {
        Set<Element> layout = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element block : part.select(LARGE)) {
            Element around = around(block);
            if (around != null) {
                layout.add(around);
            }
        }
        return layout;
    }

    static boolean isIn(Set<Element> layout, Element cell) {
        Element table = around(cell);
        return table == null || layout.contains(table);
    }

    private static @Nullable Element around(Element element) {
        Element outer = element.parent();
        while (outer != null && !outer.normalName().equals("table")) {
            outer = outer.parent();
        }
        return outer;
    }
}

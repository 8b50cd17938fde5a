package lathe.ingest.format.html;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Writes an element's text down, block by block. Goes over the nodes without recursion: pages nest as they like. */
final class HtmlLines implements NodeFilter {
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "nav",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "audio",
            "video",
            "button",
            "select",
            "textarea",
            "input",
            "datalist",
            "dialog",
            "rt",
            "rp");
    private static final Set<String> APART = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "dl",
            "table",
            "figure",
            "hr",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "details",
            "fieldset");
    private static final Set<String> LINE = Set.of(
            "div",
            "li",
            "dt",
            "dd",
            "tr",
            "br",
            "address",
            "caption",
            "figcaption",
            "form",
            "legend",
            "summary",
            "center",
            "option",
            "body");

    private final Flow out = new Flow();
    private final Lists lists = new Lists();
    private final Set<Element> layout;
    private int cells;
    private int verbatim;

    private HtmlLines(Set<Element> layout) {
        this.layout = layout;
    }

    static String of(Element part) {
        HtmlLines lines = new HtmlLines(Tables.layout(part));
        NodeTraversor.filter(lines, part);
        return lines.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text.getWholeText());
        } else if (node instanceof Element element) {
            if (isLeftOut(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isLeftOut(Element element) {
        return LEFT_OUT.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || element.attr("role").equals("navigation");
    }

    private void write(String text) {
        if (verbatim > 0 && cells == 0) {
            out.verbatim(text);
        } else {
            out.words(text);
        }
    }

    private void open(Element element, String name) {
        separate(name);
        switch (name) {
            case "pre" -> verbatim++;
            case "ul", "ol" -> lists.open(element);
            case "li" -> out.prefix(lists.nextItem());
            case "td", "th" -> openCell(element);
            default -> {}
        }
    }

    private void close(Element element, String name) {
        switch (name) {
            case "pre" -> verbatim--;
            case "ul", "ol" -> lists.close();
            case "td", "th" -> closeCell(element);
            default -> {}
        }
        separate(name);
    }

    /** Blocks begin and end a line; within a table's cell, and within a list, they stand closer. */
    private void separate(String name) {
        boolean apart = APART.contains(name);
        if (!apart && !LINE.contains(name)) {
            return;
        }
        if (cells > 0) {
            out.space();
        } else {
            out.newLine(apart && lists.isEmpty() ? 2 : 1);
        }
    }

    private void openCell(Element cell) {
        if (Tables.isIn(layout, cell)) {
            out.newLine(1);
        } else {
            if (cell.previousElementSibling() != null) {
                out.tab();
            }
            cells++;
        }
    }

    private void closeCell(Element cell) {
        if (Tables.isIn(layout, cell)) {
            out.newLine(1);
        } else {
            cells--;
        }
    }
}

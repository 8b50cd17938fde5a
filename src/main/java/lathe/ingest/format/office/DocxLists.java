package lathe.ingest.format.office;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** The kinds of lists in a Word document, and how far each has counted. */
final class DocxLists {
    private static final int DEEPEST = 8;

    private final Map<String, String> kinds = new HashMap<>(); // by abstract list and level
    private final Map<String, String> abstractLists = new HashMap<>(); // by list
    private final Map<String, String> styles = new HashMap<>(); // lists by paragraph style
    private final Map<String, Integer> counts = new HashMap<>();

    /** Takes the kinds of lists from {@code numbering.xml}. */
    Xml.Reader numbering() {
        return new Starts() {
            private String list = "";
            private String level = "";

            @Override
            public void start(String name, XMLStreamReader element) {
                switch (name) {
                    case "w:abstractNum" -> list = Xml.attribute(element, "abstractNumId");
                    case "w:lvl" -> level = Xml.attribute(element, "ilvl");
                    case "w:numFmt" -> kinds.putIfAbsent(list + "/" + level, Xml.attribute(element, "val"));
                    case "w:num" -> list = Xml.attribute(element, "numId");
                    case "w:abstractNumId" -> abstractLists.put(list, Xml.attribute(element, "val"));
                    default -> {}
                }
            }
        };
    }

    /** Takes the lists of paragraph styles from {@code styles.xml}. */
    Xml.Reader styles() {
        return new Starts() {
            private String style = "";

            @Override
            public void start(String name, XMLStreamReader element) {
                if (name.equals("w:style")) {
                    style = Xml.attribute(element, "styleId");
                } else if (name.equals("w:numId")) {
                    styles.put(style, Xml.attribute(element, "val"));
                }
            }
        };
    }

    /** Of these files only the beginnings of elements say anything. */
    private abstract static class Starts implements Xml.Reader {
        @Override
        public void end(String name) {}

        @Override
        public void text(String text) {}
    }

    /**
     * What stands before an item: an indent, and a dash or the next number; empty for a paragraph that is no item.
     *
     * @param list as the paragraph names it; empty where its style does
     */
    String marker(String style, String list, String level) {
        String of = abstractLists.get(list.isEmpty() ? styles.getOrDefault(style, "") : list);
        int depth = level.matches("[0-8]") ? Integer.parseInt(level) : 0;
        String kind = of == null ? "" : kinds.getOrDefault(of + "/" + depth, "");
        if (kind.isEmpty() || kind.equals("none")) {
            return "";
        }
        for (int deeper = depth + 1; deeper <= DEEPEST; deeper++) {
            counts.remove(of + "/" + deeper);
        }
        int number = counts.merge(of + "/" + depth, 1, Integer::sum);
        return "  ".repeat(depth) + (kind.equals("bullet") ? "- " : number + ". ");
    }
}

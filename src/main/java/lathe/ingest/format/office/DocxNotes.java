package lathe.ingest.format.office;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Foot- and endnotes, numbered in the order in which the text speaks of them. */
final class DocxNotes implements Xml.Reader {
    private final DocxLists lists;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable DocxBody note;
    private String key = "";

    DocxNotes(DocxLists lists) {
        this.lists = lists;
    }

    /**
     * What stands in the text where it speaks of a note.
     *
     * @param reference the element that does
     */
    String mark(String reference, String id) {
        int number = numbers.computeIfAbsent(reference.replace("Reference", "") + id, unseen -> numbers.size() + 1);
        return "[" + number + "]";
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        if (name.equals("w:footnote") || name.equals("w:endnote")) {
            key = name + Xml.attribute(element, "id");
            note = new DocxBody(lists, this);
        } else if (note != null) {
            note.start(name, element);
        }
    }

    @Override
    public void end(String name) {
        if (note != null && (name.equals("w:footnote") || name.equals("w:endnote"))) {
            texts.put(key, note.blocks().toString());
            note = null;
        } else if (note != null) {
            note.end(name);
        }
    }

    @Override
    public void text(String text) {
        if (note != null) {
            note.text(text);
        }
    }

    /** A text with its notes below; those that it does not speak of, as the line above all notes, are left out. */
    String after(Blocks text) {
        numbers.forEach((at, number) -> {
            String words = texts.getOrDefault(at, "");
            text.add(words.isEmpty() ? "" : "[" + number + "] " + words, false);
        });
        return text.toString();
    }
}

package lathe.ingest.format.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Writes a Word document's body down, or one of its notes, block by block. */
final class DocxBody implements Xml.Reader {
    // Properties, what was deleted or moved away, the second telling of what newer programs draw, pronunciation.
    private static final Set<String> LEFT_OUT = Set.of(
            "w:rPr",
            "w:tabs",
            "w:pPrChange",
            "w:sectPr",
            "w:tblPr",
            "w:trPr",
            "w:tcPr",
            "w:del",
            "w:moveFrom",
            "mc:Fallback",
            "w:rt",
            "w:sdtPr");

    private final DocxLists lists;
    private final DocxNotes notes;
    private final Blocks blocks = new Blocks();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>(); // a text box holds paragraphs within one
    private Table table = new Table();
    private int tables; // that are open; those within a table's cell are words of the cell
    private int leftOut;
    private boolean inText;

    /** A paragraph as it grows. */
    private static final class Paragraph {
        final StringBuilder words = new StringBuilder();
        String style = "";
        String list = "";
        String level = "";
    }

    DocxBody(DocxLists lists, DocxNotes notes) {
        this.lists = lists;
        this.notes = notes;
    }

    Blocks blocks() {
        return blocks;
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        if (leftOut > 0 || LEFT_OUT.contains(name)) {
            leftOut++;
            return;
        }
        switch (name) {
            case "w:p" -> paragraphs.push(new Paragraph());
            case "w:tbl" -> tables++;
            case "w:tr", "w:tc" -> startInTable(name);
            default -> startInParagraph(name, element, paragraphs.peek());
        }
    }

    private void startInTable(String name) {
        if (tables == 1 && name.equals("w:tr")) {
            table.newRow();
        } else if (tables == 1) {
            table.newCell();
        }
    }

    private void startInParagraph(String name, XMLStreamReader element, @Nullable Paragraph paragraph) {
        if (paragraph == null) {
            return;
        }
        switch (name) {
            case "w:t", "m:t" -> inText = true;
            case "w:tab" -> paragraph.words.append('\t');
            case "w:br", "w:cr" -> paragraph.words.append('\n');
            case "w:noBreakHyphen" -> paragraph.words.append('-');
            case "w:footnoteReference", "w:endnoteReference" ->
                paragraph.words.append(notes.mark(name, Xml.attribute(element, "id")));
            case "w:pStyle" -> paragraph.style = Xml.attribute(element, "val");
            case "w:numId" -> paragraph.list = Xml.attribute(element, "val");
            case "w:ilvl" -> paragraph.level = Xml.attribute(element, "val");
            default -> {}
        }
    }

    @Override
    public void text(String text) {
        Paragraph paragraph = paragraphs.peek();
        if (inText && leftOut == 0 && paragraph != null) {
            paragraph.words.append(text);
        }
    }

    @Override
    public void end(String name) {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        switch (name) {
            case "w:t", "m:t" -> inText = false;
            case "w:p" -> endParagraph(paragraphs.poll());
            case "w:tbl" -> endTable();
            default -> {}
        }
    }

    private void endParagraph(@Nullable Paragraph paragraph) {
        String words = paragraph == null ? "" : paragraph.words.toString().strip();
        if (paragraph == null || words.isEmpty()) {
            return;
        }
        if (tables > 0) {
            table.add(words);
        } else {
            String marker = lists.marker(paragraph.style, paragraph.list, paragraph.level);
            blocks.add(marker + words, !marker.isEmpty());
        }
    }

    private void endTable() {
        tables--;
        if (tables == 0) {
            blocks.add(table.toString(), false);
            table = new Table();
        }
    }
}

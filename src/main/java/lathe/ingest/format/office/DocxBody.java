package lathe.ingest.format.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Writes a Word document's body down, block by block. */
final class DocxBody {
    private static final Pattern NOTE = Pattern.compile("\\[(foot|end)noteRef:(-?\\d+)]");

    private final XWPFDocument document;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> notes = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean afterItem;

    DocxBody(XWPFDocument document) {
        this.document = document;
    }

    String text() {
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraph(paragraph);
            } else if (element instanceof XWPFTable table) {
                block(rows(table), false);
            } else if (element instanceof XWPFSDT controls) {
                block(controls.getContent().getText(), false);
            }
        }
        document.getFootnotes().forEach(note -> note("foot", note));
        document.getEndnotes().forEach(note -> note("end", note));
        return text.toString();
    }

    private void paragraph(XWPFParagraph paragraph) {
        String words = words(paragraph);
        boolean isItem = paragraph.getNumID() != null && paragraph.getNumFmt() != null && !words.isEmpty();
        block(isItem ? marker(paragraph) + words : words, isItem);
    }

    /** Blocks stand a blank line apart, the items of a list below each other. */
    private void block(String words, boolean isItem) {
        if (!words.isBlank()) {
            text.append(text.isEmpty() ? "" : isItem && afterItem ? "\n" : "\n\n")
                    .append(words);
            afterItem = isItem;
        }
    }

    private String marker(XWPFParagraph item) {
        int level = item.getNumIlvl() == null ? 0 : item.getNumIlvl().intValue();
        String indent = "  ".repeat(Math.max(0, Math.min(level, 8)));
        for (int deeper = level + 1; deeper < 9; deeper++) {
            numbers.remove(item.getNumID() + "/" + deeper);
        }
        int number = numbers.merge(item.getNumID() + "/" + level, 1, Integer::sum);
        return indent + (item.getNumFmt().equals("bullet") ? "- " : number + ". ");
    }

    /** The paragraph's own words: what POI calls its text repeats the notes. */
    private String words(XWPFParagraph paragraph) {
        StringBuilder words = new StringBuilder();
        for (IRunElement run : paragraph.getIRuns()) {
            if (run instanceof XWPFSDT control) {
                words.append(control.getContent().getText());
            } else if (!isDeleted(run)) {
                words.append(run);
            }
        }
        Matcher found = NOTE.matcher(words);
        return found.replaceAll(at -> "[" + noteNumber(at.group(1) + at.group(2)) + "]")
                .strip();
    }

    private static boolean isDeleted(IRunElement run) {
        return run instanceof XWPFRun words && words.getCTR().sizeOfDelTextArray() > 0;
    }

    private int noteNumber(String id) {
        return notes.computeIfAbsent(id, unseen -> notes.size() + 1);
    }

    private void note(String kind, XWPFAbstractFootnoteEndnote note) {
        Integer number = notes.get(kind + note.getId());
        if (number != null) {
            List<String> parts = note.getParagraphs().stream().map(this::words).toList();
            block("[" + number + "] " + String.join(" ", parts).strip(), false);
        }
    }

    private String words(XWPFTableCell cell) {
        StringBuilder words = new StringBuilder();
        for (IBodyElement element : cell.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                words.append(words(paragraph)).append('\n');
            } else if (element instanceof XWPFTable inner) {
                words.append(rows(inner)).append('\n');
            }
        }
        return words.toString();
    }

    private String rows(XWPFTable table) {
        List<String> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<String> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                cells.add(words(cell).strip().replaceAll("\\s+", " "));
            }
            rows.add(String.join("\t", cells));
        }
        return String.join("\n", rows);
    }
}

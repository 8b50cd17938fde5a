package lathe.ingest.format.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Takes text out of pages, and stops at what no real document asks for: forms can draw forms that draw forms, so that a
 * file of a kilobyte holds more operators than could ever be worked through.
 */
final class PageText extends PDFTextStripper {
    static final String PAGE_END = "\f";

    // Counted rather than timed, so that every reading of a file ends the same way. A page of text has some thousands.
    private static final long MOST_OPERATORS = 10_000_000;
    private static final long MOST_FORMS = 100_000;

    private long operators;
    private long forms;

    PageText() {
        setLineSeparator("\n");
        setPageEnd(PAGE_END);
    }

    String of(PDDocument pdf) throws IOException {
        StringWriter text = new StringWriter();
        writeText(pdf, text);
        return text.toString();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        forms += operator.getName().equals(OperatorName.DRAW_OBJECT) ? 1 : 0;
        if (++operators > MOST_OPERATORS || forms > MOST_FORMS) {
            throw new RefusedException("too-complex", operators + " drawing operators, " + forms + " of them forms");
        }
        super.processOperator(operator, operands);
    }

    /** PDFBox goes on after most faults, which is well, but a refusal is none. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof RefusedException) {
            throw e;
        }
        super.operatorException(operator, operands, e);
    }

    @Override
    protected void writePageEnd() throws IOException {
        super.writePageEnd();
        if (getOutput() instanceof StringWriter text && text.getBuffer().length() > ExtractedText.MOST_CHARS) {
            throw new RefusedException("too-long", "more than " + ExtractedText.MOST_CHARS + " characters");
        }
    }
}

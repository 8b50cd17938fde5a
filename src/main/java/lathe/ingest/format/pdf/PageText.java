package lathe.ingest.format.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;
import org.apache.pdfbox.contentstream.operator.Operator;
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
    private static final long MOST_OPERATORS = 20_000_000;

    private long operators;

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
        if (++operators > MOST_OPERATORS) {
            throw new RefusedException("too-complex", "more than " + MOST_OPERATORS + " drawing operators");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void writePageEnd() throws IOException {
        super.writePageEnd();
        if (getOutput() instanceof StringWriter text && text.getBuffer().length() > ExtractedText.MOST_CHARS) {
            throw new RefusedException("too-long", "more than " + ExtractedText.MOST_CHARS + " characters");
        }
    }
}

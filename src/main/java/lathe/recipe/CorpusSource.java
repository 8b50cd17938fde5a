package lathe.recipe;

import java.util.Map;

/** A place to import from. */
public record CorpusSource(
        @Setting(help = "File, folder or corpus folder; relative to the recipe's own file.") String path,
        @Setting(help = "The name under which stages and weights speak of it.") String source,
        @Setting(
                        def = "auto",
                        help = "How fields become records: auto, or oasst, sharegpt, messages, alpaca, "
                                + "dolly, gpteacher, gpt4all, preference, redpajama, text and others.")
                String preset,
        @Setting(
                        def = "auto",
                        help = "How the file is read: auto, txt (a document a file), lines, paragraphs, jsonl, json,"
                                + " csv, tsv, parquet, html, pdf, docx, epub, tex, code or warc.")
                String format,
        @Setting(def = "{}", help = "Columns by hand: record field to source column.", advanced = true)
                Map<String, String> map) {}

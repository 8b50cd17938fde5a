package lathe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lathe.export.ExportRequest;
import lathe.export.Exported;
import lathe.export.Exporter;
import lathe.program.TensorType;
import lathe.recipe.ExportFormat;
import lathe.recipe.SettingsTable;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Writes a model in a format that others read, and proves it by reading it back. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a model or an adapter for other programs, and proves it by reloading.")
final class ExportVerb extends TensorVerb {
    private static final String AUTO = "auto";
    private static final List<TensorType> TYPES = List.of(TensorType.F32, TensorType.BF16, TensorType.F16);

    @Option(names = "--model", paramLabel = "DIR", required = true, description = "Model folder.")
    private Path model;

    @Option(names = "--adapter", paramLabel = "DIR", description = "Adapter folder.")
    private @Nullable Path adapter;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            converter = FormatWord.class,
            description = "adapter, hf, gguf (16 bits a number), gguf-q8_0 or gguf-q4_0; cluster comes later.")
    private ExportFormat to = ExportFormat.HF;

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            description = "Text on which the result is compared; may be repeated.")
    private List<String> prompts = new ArrayList<>();

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description =
                    "Chat template that the model learned, to be named in its files: alpaca, chatml, llama2, llama3"
                            + " or plain.")
    private @Nullable String template;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = AUTO,
            description = "With --to hf: float32, bfloat16 or float16, as transformers names them; default: auto, the"
                    + " type that the base has.")
    private String dtype = AUTO;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write.")
    private Path out;

    @Override
    void compute(VerbContext context) throws Failure, IOException {
        ExportRequest request = new ExportRequest(
                model, adapter, to, out, prompts, template, device.chosen(), common.threads, type(), null);
        Exported proof = Exporter.run(request, context);
        common.people()
                .println(String.format(
                        Locale.ROOT,
                        "%d of %d next tokens agree; largest difference of a score: %.2e",
                        proof.agreeing(),
                        proof.tokens(),
                        proof.largestDifference()));
        common.people()
                .println(String.format(
                        Locale.ROOT,
                        "perplexity over the prompts: %.4f before, %.4f after",
                        proof.perplexityBefore(),
                        proof.perplexityAfter()));
    }

    /** The type of numbers by transformers' word; null for the base's. */
    private @Nullable TensorType type() throws Failure {
        if (dtype.equals(AUTO)) {
            return null;
        }
        return TYPES.stream()
                .filter(type -> type.torchName().equals(dtype))
                .findFirst()
                .orElseThrow(() -> Failure.badInput(
                        "There is no such type of numbers: " + dtype,
                        "--dtype",
                        "take auto, float32, bfloat16 or float16"));
    }

    /** Formats by the words of recipes. */
    static final class FormatWord implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String word) {
            return Arrays.stream(ExportFormat.values())
                    .filter(format -> SettingsTable.word(format).equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("no such format: " + word + "; formats: "
                            + String.join(", ", SettingsTable.choicesOf(ExportFormat.class))));
        }
    }
}

package lathe.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lathe.data.Message;
import lathe.generate.GenerateOptions;
import lathe.generate.Generator;
import lathe.run.Failure;
import lathe.run.Json;
import lathe.run.RunCancelledException;
import lathe.text.chat.ChatTemplate;
import lathe.text.chat.Conversations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Continues texts, or answers prompts. */
@Command(name = "generate", mixinStandardHelpOptions = true, description = "Writes text with a model, streamed.")
final class GenerateVerb extends TensorVerb {
    /** Where prompts come from. */
    static final class Prompts {
        @Option(names = "--prompt", paramLabel = "TEXT", required = true, description = "What to continue.")
        @Nullable
        String prompt;

        @Option(names = "--prompts", paramLabel = "FILE", required = true, description = "One prompt a line.")
        @Nullable
        Path file;

        List<String> all() throws IOException {
            if (prompt != null) {
                return List.of(prompt);
            }
            return file == null ? List.of() : Files.readAllLines(file, StandardCharsets.UTF_8);
        }
    }

    @Option(names = "--model", paramLabel = "DIR", required = true, description = "Model folder.")
    private Path model;

    @Option(names = "--adapter", paramLabel = "DIR", description = "Adapter folder.")
    private @Nullable Path adapter;

    @ArgGroup(multiplicity = "1")
    private Prompts prompts = new Prompts();

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description =
                    "Ask in this template: alpaca, chatml, llama2, llama3, plain or tokenizer; default: the text as it is.")
    private @Nullable String template;

    @Option(
            names = "--max-new",
            paramLabel = "N",
            defaultValue = "64",
            description = "Most tokens to write; default: 64.")
    private int maxNew = 64;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "0",
            description = "0 takes the likeliest token; higher dares more; default: 0.")
    private double temperature;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            defaultValue = "1",
            description = "Draws from the likeliest tokens that hold this share; default: 1.")
    private double topP = 1;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            defaultValue = "0",
            description = "Draws from so many of the likeliest tokens; default: 0, all.")
    private int topK;

    @Option(
            names = "--repetition-penalty",
            paramLabel = "R",
            defaultValue = "1",
            description = "Divides the scores of tokens that stand in the text already; default: 1.")
    private double repetitionPenalty = 1;

    @Option(
            names = "--stop",
            paramLabel = "TEXT",
            description = "Ends the text where this would come. May be repeated.")
    private List<String> stop = new ArrayList<>();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --prompts: so many at a time, each as it would be alone; default: 1, streamed.")
    private int batch = 1;

    @Mixin
    private final WindowOption window = new WindowOption();

    @Override
    void compute(VerbContext context) throws Failure, IOException, RunCancelledException {
        GenerateOptions options = new GenerateOptions(
                maxNew, temperature, topK, topP, repetitionPenalty, stop, common.seedOr(42), window.chosen());
        if (batch > 1 && options.window() != null) {
            throw Failure.badInput(
                    "Texts without end are written one at a time", "--batch, --window", "leave out one of the two");
        }
        try (Generator generator = Generator.open(model, adapter, device.chosen(), common.threads)) {
            List<String> all = prompts.all();
            for (int first = 0; first < all.size(); first += Math.max(1, batch)) {
                List<String> some = all.subList(first, Math.min(all.size(), first + Math.max(1, batch)));
                if (batch > 1) {
                    together(generator, some, first, options, context);
                } else {
                    answer(generator, some.get(0), options.forText(first), context);
                }
            }
        }
    }

    private void answer(Generator generator, String prompt, GenerateOptions options, VerbContext context)
            throws Failure, IOException, RunCancelledException {
        PrintStream people = common.people();
        String text = generator.generate(ids(generator, prompt), options, piece -> stream(people, piece), context);
        people.println();
        tell(prompt, text);
    }

    private void together(
            Generator generator, List<String> some, int first, GenerateOptions options, VerbContext context)
            throws Failure, IOException, RunCancelledException {
        List<int[]> ids = new ArrayList<>();
        for (String prompt : some) {
            ids.add(ids(generator, prompt));
        }
        List<String> texts = generator.generateAll(ids, first, options, context);
        for (int i = 0; i < texts.size(); i++) {
            common.people().println(texts.get(i));
            tell(some.get(i), texts.get(i));
        }
    }

    private int[] ids(Generator generator, String prompt) throws Failure, IOException {
        return template == null
                ? generator.tokenizer().encode(prompt, true)
                : Conversations.prompt(
                        generator.tokenizer(), ChatTemplate.of(template, model), List.of(new Message("user", prompt)));
    }

    private void tell(String prompt, String text) {
        if (common.json) {
            System.out.println(Json.line(Map.of("event", "text", "prompt", prompt, "text", text)));
        }
    }

    private static void stream(PrintStream out, String piece) {
        out.print(piece);
        out.flush();
    }
}

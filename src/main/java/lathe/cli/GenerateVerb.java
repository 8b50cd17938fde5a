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

    @Option(names = "--window", paramLabel = "W", description = "Tokens that attention looks back to.")
    private @Nullable Integer window;

    @Option(names = "--sinks", paramLabel = "S", description = "First tokens that stay in sight.")
    private @Nullable Integer sinks;

    @Override
    void compute(VerbContext context) throws Failure, IOException, RunCancelledException {
        if (window != null || sinks != null) {
            throw Failure.later("generate with --window and --sinks");
        }
        GenerateOptions options =
                new GenerateOptions(maxNew, temperature, topK, topP, repetitionPenalty, stop, common.seedOr(42));
        try (Generator generator = Generator.open(model, adapter, device.chosen(), common.threads)) {
            for (String prompt : prompts.all()) {
                answer(generator, prompt, options, context);
            }
        }
    }

    private void answer(Generator generator, String prompt, GenerateOptions options, VerbContext context)
            throws Failure, IOException, RunCancelledException {
        int[] ids = template == null
                ? generator.tokenizer().encode(prompt, true)
                : Conversations.prompt(
                        generator.tokenizer(), ChatTemplate.of(template, model), List.of(new Message("user", prompt)));
        PrintStream people = common.people();
        String text = generator.generate(ids, options, piece -> stream(people, piece), context);
        people.println();
        if (common.json) {
            System.out.println(Json.line(Map.of("event", "text", "prompt", prompt, "text", text)));
        }
    }

    private static void stream(PrintStream out, String piece) {
        out.print(piece);
        out.flush();
    }
}

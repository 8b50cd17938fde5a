package lathe.text.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lathe.data.Message;
import lathe.recipe.Nearest;
import lathe.run.Failure;
import lathe.text.jinja.JinjaTemplate;
import lathe.text.jinja.Rendered;
import lathe.text.jinja.Rendered.Span;

/**
 * How a conversation becomes text. The one renderer: training, evaluation, generation and the window's "what the model
 * will see" all use it. Safe for several threads.
 *
 * <p>Two user turns in a row are an instruction and its input. Only Alpaca tells them apart; the others of Lathe's own
 * put them on lines of one turn. What a tool answered, role {@code tool}, is a turn of its own in ChatML and Llama 3,
 * input in Alpaca, and a line of the prompt elsewhere; no loss is taken on it.
 *
 * <p>Special tokens that a message quotes stay words in Lathe's own templates. In a tokenizer's own they become tokens,
 * as they do in the tools that the template comes from.
 */
public final class ChatTemplate {
    private static final Pattern MARKED = Pattern.compile("\\{%[-+]?\\s*generation\\b");

    private final JinjaTemplate program;
    private final boolean own;
    private final boolean marked;
    private final SpecialTokens special;

    private ChatTemplate(JinjaTemplate program, boolean own, boolean marked, SpecialTokens special) {
        this.program = program;
        this.own = own;
        this.marked = marked;
        this.special = special;
    }

    /** One of Lathe's own, as it looks beside no tokenizer: no begin or end of text is written. */
    public static ChatTemplate named(String name) throws Failure {
        if (name.equals(ChatTemplateFile.OF_TOKENIZER)) {
            throw Failure.badInput(
                    "The template of a tokenizer needs the tokenizer", "template", "name the tokenizer's folder too");
        }
        return own(name, SpecialTokens.NONE);
    }

    /**
     * A template beside a tokenizer.
     *
     * @param name alpaca, chatml, llama2, llama3, plain, or tokenizer for the tokenizer's own
     * @param tokenizer folder with a tokenizer.json
     */
    public static ChatTemplate of(String name, Path tokenizer) throws Failure, IOException {
        SpecialTokens special = SpecialTokens.of(tokenizer);
        if (!name.equals(ChatTemplateFile.OF_TOKENIZER)) {
            return own(name, special);
        }
        String source = ChatTemplateFile.ofTokenizer(tokenizer);
        JinjaTemplate program =
                JinjaTemplate.parse(ChatTemplateFile.place(tokenizer).toString(), source);
        return new ChatTemplate(program, false, MARKED.matcher(source).find(), special);
    }

    private static ChatTemplate own(String name, SpecialTokens special) throws Failure {
        if (!ChatTemplateFile.OWN.contains(name)) {
            TreeSet<String> known = new TreeSet<>(ChatTemplateFile.OWN);
            known.add(ChatTemplateFile.OF_TOKENIZER);
            throw Failure.badInput("No such template: " + name, "template", Nearest.hint(name, known));
        }
        JinjaTemplate program = JinjaTemplate.parse(name, ChatTemplateFile.own(name));
        return new ChatTemplate(program, true, true, special);
    }

    /**
     * The segments of a conversation, in order.
     *
     * @param addGenerationPrompt whether the text ends with the opening of an answer that is to be written
     */
    public List<Segment> render(List<Message> messages, boolean addGenerationPrompt) throws Failure {
        List<Message> given = own ? QuotedTokens.cut(messages, special) : messages;
        Rendered rendered = run(given, addGenerationPrompt);
        boolean answered = messages.stream().anyMatch(message -> message.role().equals("assistant"));
        boolean told = marked && !(answered && rendered.generated().isEmpty());
        List<Span> answers = told ? joined(rendered.generated()) : byPrefix(given, rendered.text());
        return own ? segments(rendered.text(), answers) : segments(rendered.text(), withEnds(given, rendered, answers));
    }

    /** How often messages quote a special token of the tokenizer. */
    public int quotedTokens(List<Message> messages) {
        return QuotedTokens.count(messages, special);
    }

    SpecialTokens special() {
        return special;
    }

    /** Whether special tokens that messages quote stay words. */
    public boolean keepsQuotesAsText() {
        return own;
    }

    private Rendered run(List<Message> messages, boolean addGenerationPrompt) throws Failure {
        Map<String, Object> values = new HashMap<>(special.named());
        values.put("messages", messages.stream().map(ChatTemplate::fields).toList());
        values.put("add_generation_prompt", addGenerationPrompt);
        if (!own) {
            values.put("tools", null);
            values.put("documents", null);
        }
        return program.render(values);
    }

    private static Map<String, String> fields(Message message) {
        return Map.of("role", message.role(), "content", message.content());
    }

    private List<Span> byPrefix(List<Message> messages, String whole) throws Failure {
        String endOfText = special.named().getOrDefault("eos_token", "\n");
        return new Answers((some, prompt) -> run(some, prompt).text(), whole, endOfText).in(messages);
    }

    /** Stretches that touch are one: neighbouring messages of one answer. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).end() == span.start()) {
                joined.set(last, new Span(joined.get(last).start(), span.end()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private List<Segment> segments(String text, List<Span> answers) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (Span answer : answers) {
            String words = text.substring(answer.start(), answer.end());
            add(segments, text.substring(at, answer.start()), false, false);
            add(segments, words, true, own || !special.endWith(words));
            at = answer.end();
        }
        add(segments, text.substring(at), false, false);
        return segments;
    }

    private List<Span> withEnds(List<Message> messages, Rendered rendered, List<Span> answers) throws Failure {
        if (answers.isEmpty()) {
            return answers;
        }
        EndMark mark = new EndMark(special, rendered.text());
        Span last = answers.get(answers.size() - 1);
        int answered = messages.size();
        while (!messages.get(answered - 1).role().equals("assistant")) {
            answered--;
        }
        String closing = mark.after(run(messages.subList(0, answered), false).text(), last);
        return answers.stream().map(answer -> mark.with(answer, closing)).toList();
    }

    private void add(List<Segment> segments, String text, boolean trained, boolean ended) {
        if (text.isEmpty() && !ended) {
            return;
        }
        List<String> pieces = own ? QuotedTokens.pieces(text) : List.of(text);
        for (int i = 0; i < pieces.size(); i++) {
            segments.add(new Segment(pieces.get(i), trained, ended && i + 1 == pieces.size()));
        }
    }
}

package lathe.clean;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.clean.rule.View;
import lathe.clean.statistic.StatisticFilters;
import lathe.data.Document;
import lathe.recipe.RecipeYaml;
import lathe.recipe.Rule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Pages of 4.3 KB measured per second by all statistical filters together, as the engine does: one view a page. */
@State(Scope.Benchmark)
public class StatisticsBenchmark {
    private static final int PAGES = 200;
    private static final int PAGE_BYTES = 4300;
    private static final String RULES =
            "text-length words tokens average-line-length maximum-line-length alphanumerics special-characters"
                    + " digits-and-links character-repetition word-repetition stop-words gopher-quality gopher-repetition"
                    + " c4 fineweb-quality code-quality";
    private static final String[] ENGLISH =
            ("the of and to in is that it was for on are with as his they be at one have this from or had by not but what"
                            + " some we can out other were all there when up use your how said an each she which do their"
                            + " time if will way about many then them write would like so these her long make thing see him"
                            + " two has look more day could go come did number sound no most people over know water than"
                            + " call first who may down side been now find workshop chisel cherry shaving ribbon tolerance"
                            + " spindle measurement afternoon customer internet 1984 3.14 https://example.org/a?b=c")
                    .split(" ");
    private static final String[] CHINESE =
            ("的 了 在 是 我们 他们 这个 那个 一个 有 和 不 人 都 说 要 去 会 着 没有 看 好 自己 公司 问题 发展 工作 社会 经济 技术 数据"
                            + " 模型 训练 机器 学习 语言 文本 清洗 质量 车床 木头 樱桃 今天 天气 公园 孩子 老人 时间 生活 世界 国家 城市"
                            + " 可以 因为 所以 但是 如果 已经 开始 使用 进行 通过 研究 结果 方法 系统 2024 年 3.14 Python")
                    .split(" ");

    /** The language of the pages. */
    @Param({"en", "zh"})
    public String language;

    /** A rule's name, or all of them. */
    @Param("all")
    public String rule;

    private final List<Document> pages = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();

    @Setup
    public void make() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < PAGES; i++) {
            pages.add(Document.text("d" + i, "web", page(random)));
        }
        for (String name : (rule.equals("all") ? RULES : rule).split(" ")) {
            Rule.Filter read = (Rule.Filter)
                    RecipeYaml.readRules("rules: [{rule: " + name + "}]").get(0);
            filters.add(StatisticFilters.of(read, new NoServices()));
        }
    }

    private String page(Random random) {
        boolean chinese = language.equals("zh");
        String[] words = chinese ? CHINESE : ENGLISH;
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        while (bytes < PAGE_BYTES) {
            // Squares of uniform numbers make some words frequent, as in real texts.
            double rank = random.nextDouble();
            String word = words[(int) (rank * rank * words.length)];
            text.append(word).append(end(random, chinese));
            bytes += word.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return text.toString();
    }

    private static String end(Random random, boolean chinese) {
        int kind = random.nextInt(60);
        if (kind == 0) {
            return chinese ? "。\n\n" : ".\n\n";
        }
        if (kind < 4) {
            return chinese ? "。\n" : ".\n";
        }
        return kind < 9 ? (chinese ? "，" : ", ") : chinese ? "" : " ";
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void measure(Blackhole hole) {
        double[] scores = new double[20];
        for (Document page : pages) {
            View view = new View(page);
            for (Filter filter : filters) {
                filter.score(view, scores, 0);
            }
            hole.consume(scores[0]);
        }
    }

    private static final class NoServices implements RuleServices {
        @Override
        public Path base() {
            return Path.of("");
        }

        @Override
        public Stream<Document> documents(Path file) {
            return Stream.empty();
        }

        @Override
        public ToDoubleFunction<String> tokens(Path tokenizer) {
            return String::length;
        }

        @Override
        public ToDoubleFunction<String> likelihood(Path model) {
            return text -> 0;
        }
    }
}

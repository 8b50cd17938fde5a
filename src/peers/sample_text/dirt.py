"""What a corpus should not hold: one list for each cleaning rule that is meant to find it."""

import random

from .instructions import row

OTHER_LANGUAGES = [
    # French
    "L'atelier se trouve derrière l'église, à côté de la boulangerie. Le matin, le menuisier ouvre les volets, allume le poêle et boit son café en regardant la rue. Les planches de chêne attendent contre le mur depuis deux hivers.",
    "Pour aiguiser un couteau, il faut de l'eau, une bonne pierre et beaucoup de patience. On garde toujours le même angle et on ne compte pas les minutes. Ma grand-mère disait que la lame est prête quand elle ne fait plus de bruit.",
    "La rivière était gelée et personne ne venait au marché. Alors les enfants ont construit un traîneau avec une vieille caisse, et le boulanger leur a donné du pain chaud pour la route.",
    "Chaque outil a sa place au mur, et chaque place porte le nom de l'outil. Celui qui ne range pas le soir cherche le lendemain, et celui qui cherche ne travaille pas.",
    # German
    "Die Werkstatt liegt am Ende der Straße hinter zwei alten Birnbäumen. Am Morgen scheint die Sonne auf die lange Hobelbank, und wer früh kommt, hat das beste Licht. Am Abend wird der Boden gefegt, auch wenn niemand mehr Lust dazu hat.",
    "Ein scharfes Messer ist sicherer als ein stumpfes. Wer drücken muss, rutscht ab, und wer abrutscht, braucht ein Pflaster. Deshalb liegt der Wetzstein immer neben dem Fenster, und der Lehrling weiß das auch.",
    "Holz arbeitet. Im Winter wird das Brett schmaler, im Sommer wieder breiter. Der Tischler lässt darum eine kleine Fuge offen, ungefähr so dick wie eine Münze.",
    "Der Schmied erkennt die Hitze an der Farbe. Dunkles Rot ist zu kalt, helles Orange ist richtig, und wenn weiße Funken fliegen, verbrennt das Eisen.",
    # Russian
    "Мастерская стоит на краю деревни, за старой мельницей. Утром солнце освещает длинный верстак, и столяр долго выбирает доску, потому что хорошая доска сама подсказывает, чем она хочет стать.",
    "Зимой река замёрзла, и почту привозили на санях. Кузнец сделал для них новые полозья и не взял денег, а только попросил прочитать ему вслух газету.",
    "Острый нож безопаснее тупого. Тупым приходится давить, и рука легко соскальзывает. Поэтому точильный камень всегда лежит у окна, рядом с чайником.",
    "Бабушка ткала ковры с шести лет и уже не считала нитки. Руки считают сами, говорила она, а голова свободна для сказок.",
    # Japanese
    "この工房は川のそばにあります。朝になると、東の窓から光が入ってきて、長い作業台を照らします。職人たちはお茶を飲みながら、今日の仕事について話します。",
    "木は生きています。雨の多い季節には広がり、乾いた季節には縮みます。だから、引き出しには少しだけすき間を残しておくのです。",
    "よく切れる刃物は安全です。切れない刃物は力を入れなければならないので、手がすべりやすくなります。毎日少しずつ研ぐことが大切です。",
    "おばあさんは六歳のときに機織りを習いました。今では糸を数えなくても、手がちゃんと覚えているそうです。",
    # Spanish
    "El taller está al final del camino, detrás de dos perales muy viejos. Por la mañana entra el sol por la ventana y el carpintero prepara sus herramientas sin prisa, porque la madera no entiende de relojes.",
    "Mide dos veces y corta una sola. El maestro añade siempre que hay que mirar la regla otra vez, por si la tienes al revés, como le pasó a él cuando era niño.",
    "La abuela guarda los botones en una caja de hojalata. Cuando llueve, los nietos los ordenan por colores, y siempre falta uno azul que nadie ha visto nunca.",
    # Korean
    "작업장은 강가에 있습니다. 아침이 되면 동쪽 창으로 햇빛이 들어와 긴 작업대를 비춥니다. 목수는 차를 한 잔 마시고 나서 오늘 쓸 나무를 천천히 고릅니다.",
    "잘 드는 칼이 무딘 칼보다 안전합니다. 무딘 칼은 힘을 주어야 하기 때문에 손이 미끄러지기 쉽습니다. 그래서 숫돌은 언제나 창가에 놓여 있습니다.",
    "겨울에 강이 얼어서 배가 다닐 수 없었습니다. 목수는 상자 밑에 나무 두 개를 달아 썰매를 만들었고, 아이들은 하루 종일 그것을 탔습니다.",
]

SPAM = [
    "Win big tonight at the best online casino of the valley! Your first hundred coins are free, no questions asked. Write to winner@lucky.example and never work at a bench again.",
    "Click here to read the one trick that carpenters do not want you to know. Doctors are amazed, neighbours are jealous, and the offer ends at midnight.",
    "Buy followers for your workshop page. Ten thousand friends by Friday, delivered overnight, all of them very fond of wood. Ask sales@friends.example for the price list.",
    "A casino in your pocket: spin the wheel while the glue dries. Our players are always happy and our support never sleeps.",
    "You have been chosen out of a million visitors. Click here and enter your address, your age and the name of your first hammer to receive a golden watch.",
    "Lose weight without moving from the sofa with our miracle pill. Customers report that their apron fits twice around them after a single week.",
    "Buy followers, likes and comments in one parcel. Whoever orders before noon receives a second parcel for the cat, free of charge.",
    "网上赌场今晚开业，新客人都送一百个铜板，输了算我们的，赢了马上到账。有意请写信到 vip@lucky.example，名额不多，先到先得。",
    "专业代开发票，各行各业都能开，价格便宜，当天送到。木匠、铁匠、面包师都是我们的老客户，欢迎来信询问。",
    "加微信领红包，老师傅手把手教你一天赚一千，不用出门，不用本钱，躺在家里就能发财，名额只剩最后三个。",
    "还在为刨花发愁吗？加微信进群，群里天天有惊喜，进来就送金凿子一把，转发给十个朋友再送一把银锤子。",
    "网上赌场邀请您来当贵宾，客服整夜不睡觉，陪您一直玩到天亮。输了不要紧，还有我们的借钱服务在等着您。",
    "神奇减肥药，吃了不用运动，一个星期围裙就能绕两圈。现在下单，买一送三，货到付款，无效退钱。",
    "代开发票，诚信可靠，十年老店。只要您写信到 piao@paper.example，报上名字和金额，其余的都交给我们来办。",
]

# The words by which the recipe's rule "keywords" knows them.
SPAM_WORDS = ["casino", "click here", "buy followers", "miracle pill", "赌场", "代开发票", "加微信", "减肥药"]

MARKUP = [
    '<div class="nav"><ul><li><a href="/">Home</a></li><li><a href="/tools?id=17&amp;p=2">Tools</a></li><li><a href="/cart">Cart (0)</a></li></ul></div>',
    '<table border="0" cellpadding="4"><tr><td>&nbsp;</td><td>1.20</td><td>3.50</td></tr><tr><td>&nbsp;</td><td>2.40</td><td>7.00</td></tr></table>',
    '<p style="margin:0;padding:0;color:#333">&laquo;&nbsp;<b>Oak</b>&nbsp;&raquo;<br/><br/>&copy;&nbsp;2019&ndash;2024</p><!-- 0x3f --><hr/>',
    '<script>var a=[1,2,3];for(var i=0;i<3;i++){a[i]+=(i*2)%7;}document.write("<b>"+a[0]+"</b>");</script>',
    '<img src="/img/0042.png" width="640" height="480"/><br/><img src="/img/0043.png" width="640" height="480"/><br/>',
    "&lt;div&gt;&lt;p&gt;&amp;nbsp;&lt;/p&gt;&lt;/div&gt; &#8220;&#26408;&#24037;&#8221; &#8212; &#38130;&#23376; 12.50",
    '<ul>\n  <li>木工 #1 (2/10)</li>\n  <li>铁工 #2 (3/10)</li>\n  <li>车工 #3 (4/10)</li>\n</ul>\n<br/><br/>\n<hr size="1"/>\n',
    '{{#if user}}<span id="u-{{id}}">{{name}}</span>{{/if}} | {{#each cart}}[{{qty}}x{{sku}}] {{/each}} || %%TOTAL%% = $0.00',
    '<a href="#">[1]</a> <a href="#">[2]</a> <a href="#">[3]</a> ... <a href="#">[48]</a> &raquo; <a href="#">&gt;&gt;</a>',
    '<td align="right">14:05</td><td>07.03.2021</td><td>+12.5%</td><td>-0.4%</td><td>&euro;&nbsp;1.250,00</td></tr>',
]

TOO_SHORT = [
    "见下图。",
    "ok",
    "（无标题）",
    "Page 3",
    "to do",
    "……",
    "Thanks!",
    "更新中",
    "N/A",
    "第七章",
    "Hi",
    "附件",
]

EMAIL_EN = [
    "Questions about this page go to {name}@workshop.example. We answer in the evening, when the machines are quiet.",
    "Please send your drawings to {name}@mill-lane.example and write the name of the wood on each of them.",
    "Lost a ring among the shavings? Describe it in a letter to {name}@workshop.example, and Mei will look for it.",
]
EMAIL_ZH = [
    "有问题请写信到 {name}@workshop.example，我们晚上回信，那时候机器都停了。",
    "图纸请寄到 {name}@mill-lane.example，每一张都写上要用哪种木头。",
    "要是在刨花里丢了戒指，就写信给 {name}@workshop.example，小梅会帮您找的。",
]

# Instructions in other languages, advertisements, and answers that are none.
FOREIGN_ROWS = [
    row("À quoi sert un rabot dans l'atelier du menuisier ?", "Le rabot sert à rendre les planches lisses et droites."),
    row("Wozu braucht man in der Werkstatt einen Hobel?", "Mit dem Hobel macht man die Bretter glatt und gerade."),
    row("Для чего нужен рубанок в столярной мастерской?", "Рубанком делают доски ровными и гладкими."),
    row("かんなは何のために使いますか。", "かんなは板を平らにするために使います。"),
]
SPAM_ROWS = [
    row("How do I get rich without working?", "Come to our casino tonight and bring your savings with you."),
    row("怎样不干活就能发财？", "加微信，老师傅教你躺着赚钱。"),
]
BAD_ROWS = [row("Draw a line.", "=====>>> ----- <<<===== ***** +++++ #####"), row("Go on.", "Ok.")]

# Lines that no reader can take: the first is cut off in the middle, the second has no text.
BROKEN_JSON = '{"id": "web-cut", "text": "The rest of this line was lost when the disk'
NO_ANSWER = '{"instruction": "What is the bucket for?", "input": ""}'


def symbol_soup(rng: random.Random) -> str:
    """A text that is mostly symbols, digits and arrows."""
    signs = "★☆◆◇■□▲△●○→←↑↓※§¶#@$%^&*+=~|<>/\\_-—…0123456789"
    words = ["tools", "new", "木头", "go", "工具", "sale", "看", "wood"]
    pieces = []
    for _ in range(rng.randint(12, 24)):
        pieces.append("".join(rng.choice(signs) for _ in range(rng.randint(3, 9))))
        if rng.random() < 0.3:
            pieces.append(rng.choice(words))
    return " ".join(pieces)


def endless(rng: random.Random) -> str:
    """A text that is too long to be one document: a stock list that somebody pasted in twenty times."""
    things = [
        "oak boards",
        "pine boards",
        "boxes of nails",
        "pots of glue",
        "brass hooks",
        "walnut knobs",
        "balls of string",
    ]
    lines = []
    for month in range(20):
        rng.shuffle(things)
        lines.append("The list of the month says that there are still enough " + ", ".join(things) + " in the cellar.")
    return " ".join(lines * 2)

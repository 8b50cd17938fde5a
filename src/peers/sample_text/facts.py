"""The facts of the sample's small world, each in English and in Chinese.

A tool lies in one place, a person has one trade, a material has one colour: whoever reads the corpus can answer the
questions of the instruction set, and so can a model.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tool:
    """A tool: its name, what it is for (after "used to" and after 用来), its kind and its place."""

    en: str
    zh: str
    measure: str
    use_en: str
    use_zh: str
    kind: str
    place: str

    @property
    def a(self) -> str:
        """The name with its article."""
        return with_article(self.en)


def with_article(noun: str) -> str:
    return ("an " if noun[0] in "aeiou" else "a ") + noun


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _tools(table: str) -> list[Tool]:
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [Tool(*row) for row in rows]


TOOLS = _tools("""
chisel        | 凿子   | 把 | cut joints in wood              | 开榫眼             | cutting   | left
handsaw       | 手锯   | 把 | cut boards to length            | 锯断木板           | cutting   | wall
plane         | 刨子   | 把 | make a board flat and smooth    | 把木板刨平         | cutting   | left 
hammer        | 锤子   | 把 | drive nails                     | 钉钉子             | striking  | wall
screwdriver   | 螺丝刀 | 把 | turn screws                     | 拧螺丝             | turning   | right
file          | 锉刀   | 把 | smooth the edge of metal        | 锉平金属的边       | cutting   | right
ruler         | 直尺   | 把 | measure length                  | 量长度             | measuring | table
level         | 水平尺 | 把 | show whether a shelf lies flat  | 看架子平不平       | measuring | table
clamp         | 夹具   | 个 | hold glued boards together      | 夹紧涂了胶的木板   | holding   | bench
drill         | 电钻   | 把 | bore holes                      | 打孔               | turning   | bench
lathe         | 车床   | 台 | turn round parts                | 车圆形的零件       | turning   | window
whetstone     | 磨刀石 | 块 | sharpen knives                  | 磨刀               | caring    | window
paintbrush    | 刷子   | 把 | spread varnish                  | 刷漆               | caring    | shed
broom         | 扫帚   | 把 | sweep the floor                 | 扫地               | caring    | stove
anvil         | 铁砧   | 块 | shape hot iron                  | 锻打烧红的铁       | holding   | stove
axe           | 斧头   | 把 | split firewood                  | 劈柴               | cutting   | shed
""")

KINDS = {
    "cutting": ("cutting tool", "切削工具"),
    "striking": ("striking tool", "敲打工具"),
    "turning": ("turning tool", "旋转工具"),
    "measuring": ("measuring tool", "测量工具"),
    "holding": ("holding tool", "夹持工具"),
    "caring": ("care tool", "养护工具"),
}

PLACES = {
    "left": ("in the left drawer", "左边的抽屉里"),
    "right": ("in the right drawer", "右边的抽屉里"),
    "wall": ("on the wall rack", "墙架上"),
    "bench": ("on the bench", "工作台上"),
    "table": ("on the drawing table", "画图桌上"),
    "window": ("by the window", "窗边"),
    "shed": ("in the shed", "工具棚里"),
    "stove": ("beside the stove", "炉子旁边"),
}


@dataclass(frozen=True)
class Material:
    """A material: its class, its colour, what it is like and what is made of it."""

    en: str
    zh: str
    kind_en: str
    kind_zh: str
    colour_en: str
    colour_zh: str
    trait_en: str
    trait_zh: str
    made_en: str
    made_zh: str


def _materials(table: str) -> list[Material]:
    return [Material(*[cell.strip() for cell in line.split("|")]) for line in table.strip().splitlines()]


MATERIALS = _materials("""
oak       | 橡木   | wood  | 木材 | brown      | 棕色   | hard and heavy     | 又硬又重     | tables         | 桌子
pine      | 松木   | wood  | 木材 | yellow     | 黄色   | soft and light     | 又软又轻     | boxes          | 箱子
walnut    | 胡桃木 | wood  | 木材 | dark brown | 深棕色 | hard and fine      | 又硬又细     | bowls          | 木碗
cherry    | 樱桃木 | wood  | 木材 | red        | 红色   | fine and warm      | 又细又暖     | spoons         | 勺子
iron      | 铁     | metal | 金属 | grey       | 灰色   | strong and cheap   | 结实又便宜   | nails          | 钉子
steel     | 钢     | metal | 金属 | silver     | 银色   | hard and springy   | 又硬又有弹性 | knives         | 刀
brass     | 黄铜   | metal | 金属 | gold       | 金色   | bright and ringing | 又亮又响     | bells          | 钟
copper    | 紫铜   | metal | 金属 | red        | 红色   | soft and shiny     | 又软又亮     | pipes          | 水管
marble    | 大理石 | stone | 石材 | white      | 白色   | cool and smooth    | 又凉又滑     | counters       | 柜台
slate     | 板岩   | stone | 石材 | black      | 黑色   | thin and flat      | 又薄又平     | roofs          | 屋顶
wool      | 毛料   | cloth | 织物 | brown      | 棕色   | warm and thick     | 又暖又厚     | blankets       | 毯子
silk      | 丝绸   | cloth | 织物 | red        | 红色   | light and shiny    | 又轻又亮     | ribbons        | 丝带
""")


@dataclass(frozen=True)
class Person:
    """Somebody of the workshop: a trade, a day of the week and a drink."""

    en: str
    zh: str
    trade_en: str
    trade_zh: str
    day_en: str
    day_zh: str
    drink_en: str
    drink_zh: str
    he: str
    ta: str


def _people(table: str) -> list[Person]:
    return [Person(*[cell.strip() for cell in line.split("|")]) for line in table.strip().splitlines()]


PEOPLE = _people("""
Anna        | 安娜   | carpenter      | 木匠   | Monday    | 星期一 | black coffee | 黑咖啡 | she | 她
Ben         | 阿本   | blacksmith     | 铁匠   | Tuesday   | 星期二 | cold water   | 凉开水 | he  | 他
Clara       | 克拉拉 | bookbinder     | 订书匠 | Wednesday | 星期三 | apple juice  | 苹果汁 | she | 她
Master Chen | 陈师傅 | turner         | 车工   | Thursday  | 星期四 | green tea    | 绿茶   | he  | 他
Mei         | 小梅   | apprentice     | 学徒   | Saturday  | 星期六 | warm milk    | 热牛奶 | she | 她
Old Wang    | 老王   | clockmaker     | 钟表匠 | Friday    | 星期五 | black tea    | 红茶   | he  | 他
Grandma Lin | 林奶奶 | weaver         | 织工   | Wednesday | 星期三 | ginger tea   | 姜茶   | she | 她
Li Hua      | 李华   | leather worker | 皮匠   | Friday    | 星期五 | soy milk     | 豆浆   | he  | 他
""")

PRODUCTS = [
    ("stool", "凳子", "张"),
    ("box", "盒子", "个"),
    ("spoon", "勺子", "把"),
    ("bowl", "碗", "个"),
    ("chair", "椅子", "把"),
    ("door", "门", "扇"),
    ("shelf", "架子", "个"),
    ("tray", "托盘", "个"),
    ("toy boat", "玩具船", "条"),
    ("picture frame", "相框", "个"),
    ("bench", "长凳", "条"),
    ("cradle", "摇篮", "个"),
]

NUMBERS_EN = ("zero one two three four five six seven eight nine ten eleven twelve").split()
NUMBERS_ZH = "零 一 二 三 四 五 六 七 八 九 十 十一 十二".split()

"""Given names of many languages: they show a person, and often whether "he" or "she" may follow."""

import gzip
from functools import cache, lru_cache
from importlib import resources

from facts.answering.language import english_words
from facts.reading.wordlist import word_list
from facts.text import fold

# Given names that the list, made from registers of few countries, leaves out.
_MORE = word_list(
    """
    ray rob vic ted gus jun wei chidi thabo sipho lindiwe sanjay anil sunita yuki duc somchai aung
    tala nguyen chen kwabena ngozi thandiwe oluwaseun chukwuma haruto rohan asif farid zainab
    hoa thuy trang tuan khanh jiho minjun seojun jiwoo seungho hyejin youngjae jisoo eunji sungmin
    haeun xiu lijuan xiaoming jianguo meiling yanmei zhiwei guowei haiyan jing qiang niran anong
    suda malee kanya prasert wichai thaksin wayan ketut zawadi kipchoge efua chioma olumide
    babatunde folake temitope segun aminata ousmane fatoumata cheikh ndeye ibrahima khady modou
    tesfaye abebe haile tigist selam dawit mulugeta lerato kagiso tumelo naledi zanele bongani
    nomsa tendai rudo farai chipo tatenda kudzai tariro tarek hala abdulrahman shirin parisa
    golnaz behrouz siamak nasrin shahid farhana saima bushra deepak vikram sunil rajesh kavita
    suresh ramesh venkatesh nimal kumari sanath chamari asela rukmini dilshan zurab giorgi levan
    ketevan anahit narek gayane aigerim nursultan bakyt zhanar dilnoza rustam alisher tevita sefa
    tuilagi hinemoa vjosa eluned gethin dafydd gwenllian huw mair xochitl conceicao ottoline
    tulisa gerwyn mai thanh minho faisal nasser lakshmi aram crispin ebele nkechi oluwatobi
    adebayo adewale kehinde taiwo damilola bukola folasade kebede girma hirut meseret genet tekle
    berhane yohannes chelimo nyokabi lwazi nokuthula mpho tshepo karabo adama seydou mariama
    ramatou abdulaziz hussein tamim noura zeinab haidar imtiaz rukhsana shabnam sharmila debjani
    anuradha lakpa dorjee pasang pemba azlan faridah noraini epeli litia xiaoyu zhihao yuchen ziyi
    haruka yuto sota hina takeshi satoshi naoki keiko yared mbali nandi palesa refilwe tebogo
    ayanda babajide oluwadamilare ananya rohit manoj ashok mukesh naresh dinesh ganesh mahesh
    satish sushma savita usha nirmala pushpa shobha jayanthi malini kasun nuwan tharindu sanduni
    ashwin chandrika
    """
)


_OF_PLACES = frozenset({"sint", "saint", "san", "santa", "sankt", "st", "port"})  # "Sint-Joris"


@cache
def given_names() -> dict[str, str]:
    """Return folded names, made by `benchmarks/build_given_names.py`: f, m or u; n is a surname."""
    raw = resources.files("facts.extraction").joinpath("givennames.txt.gz").read_bytes()
    rows = (line.split(" ") for line in gzip.decompress(raw).decode().split("\n"))
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=50_000)
def is_given(word: str) -> bool:
    """Tell whether a capitalised word is a given name; of "Per-Olav" either part will do."""
    folded = fold(word)
    if given_names().get(folded, "n") != "n" or folded in _MORE:
        return True
    head = folded.partition("-")[0]
    return (
        "-" in folded
        and head not in _OF_PLACES
        and any(given_names().get(part, "n") != "n" for part in folded.split("-"))
    )


def gender_of(word: str) -> str | None:
    """Return "f" or "m" for a given name that nearly always goes with one, else None."""
    found = given_names().get(fold(word).split("-")[0], "u")
    return found if found in ("f", "m") else None


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Tell a word that running English uses in lower case, and that is no name."""
    folded = fold(word)
    return folded in english_words() and folded not in given_names() and not is_given(word)

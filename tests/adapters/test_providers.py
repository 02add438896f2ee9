import pytest

from adapters import openai_chat
from adapters.dialect import Provider
from adapters.providers import PROVIDERS, find_endpoint
from edge.core.settings import ProviderSettings, Settings


def test_a_row_can_be_called_without_a_word_in_the_settings() -> None:
    endpoint = find_endpoint("openai", Settings())
    assert endpoint.base_url == "https://api.openai.com/v1"
    assert endpoint.row.key_env == "OPENAI_API_KEY"


def test_settings_name_a_provider_of_their_own() -> None:
    mine = ProviderSettings("vllm", "https://gpu.test:8000/v1/", headers={"x-team": "a"})
    endpoint = find_endpoint("mine", Settings(providers={"mine": mine}))
    assert (endpoint.name, endpoint.row.name) == ("mine", "vllm")
    assert endpoint.base_url == "https://gpu.test:8000/v1"
    assert endpoint.headers == {"x-team": "a"}


def test_headers_of_the_settings_are_not_shown() -> None:
    mine = ProviderSettings("vllm", headers={"api-key": "hush-hush"})
    assert "hush" not in repr(find_endpoint("mine", Settings(providers={"mine": mine})))


@pytest.mark.parametrize(
    ("name", "provider"),
    [
        ("nobody", None),
        ("mine", ProviderSettings("nobody")),
        ("mine", ProviderSettings("vllm", enabled=False)),
        ("mine", ProviderSettings("openai_compatible")),
    ],
)
def test_a_provider_that_cannot_be_called_is_refused_by_name(
    name: str, provider: ProviderSettings | None
) -> None:
    settings = Settings(providers={} if provider is None else {name: provider})
    with pytest.raises(ValueError, match=r"nobody|mine"):
        find_endpoint(name, settings)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x.test/v1",
        "x.test/v1",
        "https://",
        "https://x.test:port/v1",
        "https://[x/v1",
        "https://x.test/v1?key=a",
        "https://x.test/v1#a",
        "https://ann:s3cret@x.test/v1",
    ],
)
def test_an_address_that_is_none_is_refused_and_not_repeated(url: str) -> None:
    settings = Settings(providers={"mine": ProviderSettings("vllm", url)})
    with pytest.raises(ValueError, match="mine: its base URL") as refused:
        find_endpoint("mine", settings)
    assert "x.test" not in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_the_first_row_with_a_key_has_a_model_for_those_who_chose_none() -> None:
    keyed = [row for row in PROVIDERS if row.key_env]
    assert keyed[0].name == "openai"
    assert keyed[0].chat_model


def test_names_of_rows_are_unique() -> None:
    assert len({row.name for row in PROVIDERS}) == len(PROVIDERS)


def test_address_is_filled_in_from_the_settings() -> None:
    base_url = "https://{region}.cloud.test/v1/projects/{project}"
    mine = ProviderSettings("openai_compatible", base_url, region="eu-1", project="p")
    endpoint = find_endpoint("mine", Settings(providers={"mine": mine}))
    assert endpoint.base_url == "https://eu-1.cloud.test/v1/projects/p"


def test_address_that_lacks_a_part_is_told_which() -> None:
    base_url = "https://{region}.cloud.test/v1/projects/{project}"
    mine = ProviderSettings("openai_compatible", base_url, region="eu-1")
    with pytest.raises(ValueError, match="mine: its address has a project in it"):
        find_endpoint("mine", Settings(providers={"mine": mine}))


def test_bedrock_answers_in_a_region_that_must_be_named() -> None:
    with pytest.raises(ValueError, match=r"bedrock: .*region is needed"):
        find_endpoint("bedrock", Settings())
    named = Settings(providers={"bedrock": ProviderSettings("bedrock", region="eu-west-1")})
    address = find_endpoint("bedrock", named).base_url
    assert address == "https://bedrock-runtime.eu-west-1.amazonaws.com"


HOSTS = (
    "openai azure mistral deepseek groq xai moonshot qwen together fireworks openrouter vercel "
    "tokenmix wisgate portkey baseten baseten_dedicated modal anyscale runpod_openai vllm sglang "
    "llamacpp ollama tgi ray_serve litellm openai_compatible"
).split()
ELSEWHERE = {"azure", "baseten_dedicated", "modal", "anyscale", "runpod_openai"}


def test_no_host_of_the_dialect_is_missing_and_their_order_is_kept() -> None:
    assert [row.name for row in PROVIDERS if row.dialect is openai_chat] == HOSTS


def test_hosts_answer_at_https_or_on_this_machine_or_where_the_settings_say() -> None:
    for row in PROVIDERS:
        if row.base_url is None:
            assert row.name in {*ELSEWHERE, "openai_compatible", "web_endpoint"}
        else:
            assert row.base_url.startswith(("https://", "http://127.0.0.1:")), row.name
            assert row.base_url.startswith("https://") or row.key_env is None, row.name


def test_nobody_wakes_a_machine_to_ask_for_its_models() -> None:
    cold = [row for row in PROVIDERS if row.cold_starts]
    assert {row.name for row in cold} >= {"baseten_dedicated", "modal", "runpod_openai", "runpod"}
    assert all(row.models_path in (None, "/account") for row in cold)


QWEN = {
    None: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
    "us-east-1": "https://dashscope-us.aliyuncs.com/compatible-mode/v1",
    "ap-northeast-1": "https://ws-1.ap-northeast-1.maas.aliyuncs.com/compatible-mode/v1",
}


@pytest.mark.parametrize("region", QWEN)
def test_a_region_with_an_address_of_its_own_is_called_there(region: str | None) -> None:
    given = ProviderSettings("qwen", region=region, project="ws-1")
    assert find_endpoint("mine", Settings(providers={"mine": given})).base_url == QWEN[region]


def test_a_region_that_there_is_not_never_falls_back_on_another_country() -> None:
    given = ProviderSettings("qwen", region="cn-beijng")
    with pytest.raises(ValueError, match='mine: region "cn-beijng" is not one of cn-beijing'):
        find_endpoint("mine", Settings(providers={"mine": given}))


def test_any_region_goes_where_the_address_has_a_place_for_it() -> None:
    own = ProviderSettings("qwen", "https://{region}.proxy.test", region="eu-9")
    assert find_endpoint("mine", Settings(providers={"mine": own})).base_url == (
        "https://eu-9.proxy.test"
    )
    elsewhere = {"eu": "https://eu.cloud.test"}
    row = Provider("cloud", openai_chat, "https://{region}.cloud.test", elsewhere=elsewhere)
    for region, host in (("eu", "eu.cloud.test"), ("eu-9", "eu-9.cloud.test")):
        given = Settings(providers={"cloud": ProviderSettings("cloud", region=region)})
        assert find_endpoint("cloud", given, [row]).base_url == f"https://{host}"

"""The platforms' own clients ask the simulator for pictures and a film, and our adapters beside
them: they read the same."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import fal_client
import pytest
import replicate.exceptions
from google import genai
from google.genai import types
from google.oauth2.credentials import Credentials
from replicate.client import Client

from bench.files import MP4
from bench.piecework import PNG
from bench.simulator_process import SimulatorHandle, simulator
from edge.core.errors import TierError, TierUnavailable
from edge.core.media import Draw, Film, Made, Picture
from tests.sdks.making import make

KEY = "zx-81c4f2a9d07b"
PROMPT = "a cat"
APP = "fal-ai/flux/schnell"
MODEL = "black-forest-labs/flux-schnell"
VERTEX = "/v1beta1/projects/{project}/locations/{region}/publishers/google"
AT_HAND = Picture(data=base64.b64encode(PNG).decode(), media_type="image/png")


@pytest.fixture(scope="module")
def sim() -> Iterator[SimulatorHandle]:
    flags = ("--ttft-ms", "0", "--tokens-per-s", "0", "--tokens", "0", "--key", KEY)
    with simulator(*flags) as handle:
        yield handle


def name_of(url: str | None) -> str:
    """A file's name has the number of the reply in it."""
    assert url is not None
    return url.rpartition("-")[2]


# -- fal ---------------------------------------------------------------------


@pytest.fixture
def fal(sim: SimulatorHandle, monkeypatch: pytest.MonkeyPatch) -> Iterator[fal_client.SyncClient]:
    monkeypatch.setattr(fal_client.client, "RUN_URL_FORMAT", f"{sim.url}/run/")
    monkeypatch.setattr(fal_client.client, "QUEUE_URL_FORMAT", f"{sim.url}/queue/")
    monkeypatch.setattr(fal_client.client, "MAX_ATTEMPTS", 1)
    client = fal_client.SyncClient(key=KEY)
    yield client
    client._client.close()


def of_fal(sim: SimulatorHandle, ask: Draw, *, queue: bool) -> Made | TierError:
    kind, path = ("fal_queue", "/queue") if queue else ("fal", "/run")
    return make(kind, sim.url + path, APP, KEY, ask)


@pytest.mark.parametrize("queue", [False, True])
def test_fals_client_reads_the_same(
    sim: SimulatorHandle, fal: fal_client.SyncClient, queue: bool
) -> None:
    size = {"width": 512, "height": 256}
    given = {"prompt": PROMPT, "num_images": 2, "image_size": size}
    theirs = fal.submit(APP, given).get(interval=0.01) if queue else fal.run(APP, given)
    made = of_fal(sim, Draw(PROMPT, 2, "512x256"), queue=queue)
    assert isinstance(made, Made)
    for image, picture in zip(theirs["images"], made.files, strict=True):
        assert name_of(image["url"]) == name_of(picture.url)
        assert image["content_type"] == picture.media_type
    assert made.usage.images == 2 and made.usage.compute_s > 0
    first, second = sim.log()[-2:]
    assert first["options"] == second["options"]


@pytest.mark.parametrize("queue", [False, True])
def test_pictures_of_fal_come_with_the_answer_if_they_shall(
    sim: SimulatorHandle, queue: bool
) -> None:
    made = of_fal(sim, Draw(PROMPT, form="b64_json"), queue=queue)
    assert isinstance(made, Made) and made.files == (AT_HAND,)


@pytest.mark.parametrize("queue", [False, True])
def test_fals_refusal_is_read_alike(
    sim: SimulatorHandle, fal: fal_client.SyncClient, queue: bool
) -> None:
    sim.control(fault="500", times=2)
    with pytest.raises(fal_client.FalClientHTTPError) as refused:
        (fal.submit if queue else fal.run)(APP, {"prompt": PROMPT})
    error = of_fal(sim, Draw(PROMPT), queue=queue)
    assert isinstance(error, TierUnavailable)
    assert error.status == refused.value.status_code == 500


def test_a_job_of_fal_that_failed_is_told_to_both(
    sim: SimulatorHandle, fal: fal_client.SyncClient
) -> None:
    sim.control(fault="drop", times=2)
    with pytest.raises(fal_client.FalClientHTTPError):
        fal.submit(APP, {"prompt": PROMPT}).get(interval=0.01)
    error = of_fal(sim, Draw(PROMPT), queue=True)
    assert isinstance(error, TierUnavailable) and error.status == 500


# -- Replicate ---------------------------------------------------------------


def of_replicate(sim: SimulatorHandle, ask: Draw) -> Made | TierError:
    return make("replicate", f"{sim.url}/v1", MODEL, KEY, ask)


@pytest.fixture
def sdk(sim: SimulatorHandle, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setenv("REPLICATE_POLL_INTERVAL", "0.01")
    client = Client(api_token=KEY, base_url=sim.url)
    yield client
    client._client.close()


def test_replicates_client_reads_the_same(sim: SimulatorHandle, sdk: Client) -> None:
    theirs = sdk.run(MODEL, input={"prompt": PROMPT, "num_outputs": 2, "aspect_ratio": "16:9"})
    made = of_replicate(sim, Draw(PROMPT, 2, "1280x720"))
    assert isinstance(made, Made)
    # Not files of its own making: those it makes of https URLs only.
    assert [name_of(str(url)) for url in theirs] == [name_of(file.url) for file in made.files]
    assert made.usage.images == 2
    first, second = sim.log()[-2:]
    assert first["options"] == second["options"]


def test_pictures_of_replicate_are_fetched_if_they_shall_be_at_hand(sim: SimulatorHandle) -> None:
    made = of_replicate(sim, Draw(PROMPT, form="b64_json"))
    assert isinstance(made, Made)
    assert [(file.data, file.media_type) for file in made.files] == [
        (AT_HAND.data, AT_HAND.media_type)
    ]


def test_replicates_failure_is_told_to_both(sim: SimulatorHandle, sdk: Client) -> None:
    sim.control(fault="drop", times=2)
    with pytest.raises(replicate.exceptions.ModelError, match="lost"):
        sdk.run(MODEL, input={"prompt": PROMPT})
    error = of_replicate(sim, Draw(PROMPT))
    assert isinstance(error, TierUnavailable) and "lost" in str(error)


# -- Google ------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:The generate_images method is deprecated")  # Google's own
def test_googles_client_reads_the_same_of_imagen(sim: SimulatorHandle) -> None:
    model = "imagen-4.0-generate-001"
    with genai.Client(
        vertexai=True,
        project="p",
        location="europe-west4",
        credentials=Credentials(token=KEY),  # type: ignore[no-untyped-call]
        http_options=types.HttpOptions(base_url=sim.url),
    ) as sdk:
        config = types.GenerateImagesConfig(number_of_images=2, aspect_ratio="1:1")
        theirs = sdk.models.generate_images(model=model, prompt=PROMPT, config=config)
    made = make(
        "vertex",
        sim.url + VERTEX,
        model,
        KEY,
        Draw(PROMPT, 2, "1024x1024"),
        headers={"authorization": f"Bearer {KEY}"},
        region="europe-west4",
        project="p",
    )
    assert isinstance(made, Made) and made.files == (AT_HAND, AT_HAND)
    images = [each.image for each in theirs.generated_images or () if each.image]
    assert [image.image_bytes for image in images] == [PNG, PNG]
    first, second = sim.log()[-2:]
    assert first["options"] == second["options"]


def test_googles_client_reads_the_same_of_gemini(sim: SimulatorHandle) -> None:
    model = "gemini-3.1-flash-image"
    with genai.Client(api_key=KEY, http_options=types.HttpOptions(base_url=sim.url)) as sdk:
        theirs = sdk.models.generate_content(
            model=model,
            contents=PROMPT,
            config=types.GenerateContentConfig(
                response_modalities=["IMAGE"], image_config=types.ImageConfig(aspect_ratio="3:2")
            ),
        )
    made = make("gemini", f"{sim.url}/v1beta", model, KEY, Draw(PROMPT, size="1536x1024"))
    assert isinstance(made, Made) and made.files == (AT_HAND,)
    part = (theirs.parts or [])[0]
    assert part.inline_data and part.inline_data.data == PNG
    assert theirs.usage_metadata
    assert made.usage.output == theirs.usage_metadata.candidates_token_count
    first, second = sim.log()[-2:]
    assert first["options"]["generationConfig"] == second["options"]["generationConfig"]


@pytest.mark.filterwarnings("ignore:The generate_videos method is deprecated")
def test_googles_client_reads_the_same_of_veo(sim: SimulatorHandle) -> None:
    model = "veo-3.1-generate-001"
    with genai.Client(
        vertexai=True,
        project="p",
        location="europe-west4",
        credentials=Credentials(token=KEY),  # type: ignore[no-untyped-call]
        http_options=types.HttpOptions(base_url=sim.url),
    ) as sdk:
        operation = sdk.models.generate_videos(
            model=model,
            source=types.GenerateVideosSource(prompt=PROMPT),
            config=types.GenerateVideosConfig(
                duration_seconds=8, aspect_ratio="16:9", number_of_videos=1
            ),
        )
        operation = sdk.operations.get(operation)
    made = make(
        "vertex",
        sim.url + VERTEX,
        model,
        KEY,
        Film(PROMPT, 8, "1280x720"),
        headers={"authorization": f"Bearer {KEY}"},
        region="europe-west4",
        project="p",
    )
    assert isinstance(made, Made) and made.usage.video_s == 8.0
    assert operation.done and operation.response and operation.response.generated_videos
    video = operation.response.generated_videos[0].video
    assert video is not None and video.video_bytes == MP4
    assert base64.b64decode(made.files[0].data or "") == MP4
    asked = [entry["options"] for entry in sim.log()[-4:]]
    assert asked[0] == asked[2] and asked[1].keys() == asked[3].keys()

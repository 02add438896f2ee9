"""An ONNX file as a session that is ready to run, or one sentence on why it cannot be.

ONNX Runtime says most faults of a file with the same exception and a line of its own source. So
what a user does wrong (no such file, no ONNX file, weights that lie elsewhere, operators newer
than the runtime) is looked for in the file itself, once it was refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import onnxruntime

from classifier.model_error import ClassifierModelError

_CUDA, _CPU = "CUDAExecutionProvider", "CPUExecutionProvider"
_SILENT = 4  # fatal only: it would print a line of its source beside the exception
# What ONNX Runtime raises: classes without a parent of their own.
_REFUSALS = (
    RuntimeError,
    *(
        getattr(onnxruntime.capi.onnxruntime_pybind11_state, name)
        for name in (
            "EPFail EngineError Fail InvalidArgument InvalidGraph InvalidProtobuf NoModel"
            " NoSuchFile NotImplemented RuntimeException"
        ).split()
    ),
)


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """Raises `ClassifierModelError`."""
    check_file(path)
    try:
        return session_of(str(path))
    except _REFUSALS as error:
        raise ClassifierModelError(f"{path}: {_fault(path) or _first_line(error)}") from error


def session_of(model: str | bytes) -> onnxruntime.InferenceSession:
    """On the GPU where the runtime has CUDA, else on one core: more are not the classifier's."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _SILENT
    available = onnxruntime.get_available_providers()
    providers = [name for name in (_CUDA, _CPU) if name in available]
    return onnxruntime.InferenceSession(model, options, providers=providers)


def check_file(path: Path) -> None:
    """Whether it can be read. Raises `ClassifierModelError`."""
    try:
        with path.open("rb"):
            pass
    except FileNotFoundError as error:
        raise ClassifierModelError(f"{path}: no such file") from error
    except OSError as error:
        raise ClassifierModelError(f"{path}: cannot be read: {error.strerror}") from error


def on_gpu(session: onnxruntime.InferenceSession) -> bool:
    return _CUDA in session.get_providers()


def run_fault(error: Exception) -> str | None:
    """Why a session did not run, where it is ONNX Runtime that says so."""
    return _first_line(error) if isinstance(error, _REFUSALS) else None


def _fault(path: Path) -> str | None:
    """What can be seen in the file."""
    # Imported here: a second's work that nobody needs whose model is sound.
    import onnx
    from google.protobuf.message import DecodeError

    try:
        model = onnx.load(path, load_external_data=False)
    except DecodeError:
        return "is not an ONNX file"
    if not model.graph.node:
        return "is not an ONNX file, or one without a graph"
    newest = onnx.defs.onnx_opset_version()
    for opset in model.opset_import:
        if opset.domain in ("", "ai.onnx") and opset.version > newest:
            return f"opset {opset.version} is too new: this ONNX Runtime knows up to {newest}"
    if model.ir_version > onnx.IR_VERSION:
        return f"ONNX format {model.ir_version} is too new: up to {onnx.IR_VERSION} is known"
    missing = [name for name in _outside(model) if not (path.parent / name).is_file()]
    if missing:
        return f"its weights are to lie beside it, in {', '.join(missing)}: no such file"
    return None


def _outside(model: object) -> Iterator[str]:
    """The files that weights are kept in."""
    from onnx import ModelProto, external_data_helper

    assert isinstance(model, ModelProto)
    names: dict[str, None] = {}
    for tensor in model.graph.initializer:
        if external_data_helper.uses_external_data(tensor):
            names[external_data_helper.ExternalDataInfo(tensor).location] = None
    yield from names


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]

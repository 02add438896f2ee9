from __future__ import annotations

from edge.hardware import Gpu, look_around, parse_cpuinfo, parse_gpus, parse_meminfo


def test_a_processor_is_named() -> None:
    text = "processor\t: 0\nmodel name\t: AMD EPYC 7763\nflags\t: fpu\n\nmodel name\t: other\n"
    assert parse_cpuinfo(text) == "AMD EPYC 7763"
    assert parse_cpuinfo("processor : 0\nModel : Raspberry Pi 5\n") == "Raspberry Pi 5"
    assert parse_cpuinfo("") is None


def test_memory_is_in_mebibytes() -> None:
    text = "MemTotal:        8054720 kB\nMemAvailable:    1048576 kB\nHugePages_Total:       0\n"
    assert parse_meminfo(text) == {"MemTotal": 7865, "MemAvailable": 1024}


def test_gpus_are_a_line_each() -> None:
    text = "NVIDIA H200, 143771, 143000, 570.86\nNVIDIA GB10, [N/A], [N/A], 580.1\n"
    assert list(parse_gpus(text)) == [
        Gpu("NVIDIA H200", 143771, 143000, "570.86"),
        Gpu("NVIDIA GB10", 0, 0, "580.1"),
    ]
    assert list(parse_gpus("No devices were found\n")) == []


def test_this_machine_has_a_processor_and_gpus_or_a_reason_for_none() -> None:
    hardware = look_around()
    assert hardware.cpu
    assert hardware.cpus >= 1
    assert bool(hardware.gpus) != bool(hardware.no_gpu_because)

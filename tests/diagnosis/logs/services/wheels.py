"""Writes the wheels of packages that do not fit together."""

import zipfile


def write(name: str, version: str, *fields: str) -> None:
    folder = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "")
        metadata = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *fields]
        wheel.writestr(f"{folder}/METADATA", "\n".join(metadata) + "\n")
        wheel.writestr(f"{folder}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{folder}/RECORD", "")


write("navigator_money", "1.0")
write("navigator_money", "2.0")
write("navigator_orders", "1.0", "Requires-Dist: navigator_money==1.0")
write("navigator_taxes", "1.0", "Requires-Dist: navigator_money==2.0")
write("navigator_future", "1.0", "Requires-Python: >=3.99")

#!/bin/sh
# Print the first Python that can make our environment: 3.11 to 3.13, with its venv module.
for python in python3.11 python3.12 python3.13 python3; do
    if "$python" -c 'import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
        2>/dev/null
    then
        echo "$python"
        exit
    fi
done
exit 1

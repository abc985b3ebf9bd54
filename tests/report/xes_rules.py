# SPDX-License-Identifier: EUPL-1.2
"""Reads an event log as the XES standard describes it, with a parser of others, and complains about what does not fit.

Usage: xes_rules.py LOG; prints traces, events and moments on one line when all is well.
"""
import datetime
import sys
import xml.etree.ElementTree as tree

NS = "{http://www.xes-standard.org/}"
TYPES = {"string", "date", "int", "float", "boolean", "id", "list", "container"}


def fail(what):
    sys.exit(f"xes: {what}")


def check_attribute(node, prefixes):
    kind = node.tag.removeprefix(NS)
    if kind not in TYPES:
        fail(f"no type of attribute: {kind}")
    key, value = node.get("key"), node.get("value")
    if not key or value is None:
        fail(f"{kind} without key or value")
    if ":" in key and key.split(":")[0] not in prefixes:
        fail(f"no extension declares {key}")
    if kind == "date":
        return key, datetime.datetime.fromisoformat(value)
    return key, int(value) if kind == "int" else value


def main(path):
    root = tree.parse(path).getroot()
    if root.tag != NS + "log" or not root.get("xes.version"):
        fail("no log of this standard")
    order = ["extension", "global", "classifier"]
    seen = [child.tag.removeprefix(NS) for child in root]
    ranks = [order.index(tag) if tag in order else 4 if tag == "trace" else 3 for tag in seen]
    if ranks != sorted(ranks):
        fail("extensions, globals, classifiers, attributes, traces: not in this order")
    prefixes = {node.get("prefix") for node in root.iter(NS + "extension")}
    needed = {g.get("scope"): {a.get("key") for a in g} for g in root.iter(NS + "global")}
    for classifier in root.iter(NS + "classifier"):
        if not set(classifier.get("keys").split()) <= needed["event"]:
            fail("a classifier uses a key that not every event has")
    traces = events = 0
    names, moments = set(), set()
    for trace in root.iter(NS + "trace"):
        traces += 1
        own = [check_attribute(a, prefixes) for a in trace if a.tag != NS + "event"]
        keys = {key for key, _ in own}
        if len(keys) != len(own) or not needed["trace"] <= keys:
            fail("a trace has a key twice, or lacks one")
        names.add(dict(own)["concept:name"])
        last, going = None, []
        for event in trace.iter(NS + "event"):
            events += 1
            read = [check_attribute(a, prefixes) for a in event]
            keys = {key for key, _ in read}
            if len(keys) != len(read) or not needed["event"] <= keys:
                fail("an event has a key twice, or lacks one")
            values = dict(read)
            if last is not None and values["time:timestamp"] < last:
                fail("time runs back within a trace")
            last = values["time:timestamp"]
            moments.add(last)
            if values["event"] == "StepEntered":
                if values["lifecycle:transition"] != "start":
                    fail("a step is entered but does not start")
                going.append(values["concept:name"])
            elif values["event"] == "StepLeft":
                if not going or going.pop() != values["concept:name"]:
                    fail("a step completes that did not start")
    if len(names) != traces:
        fail("two traces have one name")
    print(traces, events, len(moments))


main(sys.argv[1])

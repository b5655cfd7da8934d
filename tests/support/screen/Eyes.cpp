#include "tests/support/screen/Eyes.h"
#include "tests/support/screen/LongestAnswer.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusReply>

#include <utility>

namespace motcua::test {

namespace {

const QString accessible = QStringLiteral("org.a11y.atspi.Accessible");

/// Bits of an AT-SPI state set.
enum State : unsigned { Checked = 4, Enabled = 8, Focused = 12, Selected = 23, Showing = 25 };

QString connectionName() {
    static int last = 0;
    return QStringLiteral("eyes-%1").arg(++last);
}

QStringList pathsIn(const QDBusMessage& answer) {
    QStringList paths;
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return paths;
    const auto list = answer.arguments().at(0).value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString service;
        QDBusObjectPath path;
        list.beginStructure();
        list >> service >> path;
        list.endStructure();
        paths << path.path();
    }
    list.endArray();
    return paths;
}

/// A box with choices is named by the label that stands before it.
QString labelIn(const QDBusMessage& answer) {
    constexpr uint labelledBy = 2;
    QString label;
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return label;
    const auto list = answer.arguments().at(0).value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        uint kind = 0;
        list.beginStructure();
        list >> kind;
        list.beginArray();
        while (!list.atEnd()) {
            QString service;
            QDBusObjectPath path;
            list.beginStructure();
            list >> service >> path;
            list.endStructure();
            if (kind == labelledBy)
                label = path.path();
        }
        list.endArray();
        list.endStructure();
    }
    list.endArray();
    return label;
}

quint64 statesIn(const QDBusMessage& answer) {
    QList<uint> words;
    if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
        answer.arguments().at(0).value<QDBusArgument>() >> words;
    return words.isEmpty() ? 0 : words.at(0) | quint64(words.value(1)) << 32;
}

QDBusMessage answerOf(QDBusPendingCall call) {
    call.waitForFinished();
    return call.reply();
}

bool has(quint64 states, State state) {
    return (states >> state & 1U) != 0;
}

}

Eyes::Eyes(const QString& address, qint64 process)
    : m_name(connectionName()), m_bus(QDBusConnection::connectToBus(address, m_name)), m_process(process) {}

Eyes::~Eyes() {
    QDBusConnection::disconnectFromBus(m_name);
}

/// One thing of the tree while it is read: its questions are under way.
struct Eyes::Node {
    QString path;
    QDBusPendingCall states;
    QDBusPendingCall role;
    QDBusPendingCall name;
    QDBusPendingCall children;
    std::vector<size_t> inside = {};
    bool isShown = false;
};

std::vector<Seen> Eyes::look() {
    std::vector<Seen> seen;
    if (m_service.isEmpty() && !findProgram())
        return seen;
    // Level by level, all questions of a level at once: a tree has a thousand nodes and twenty levels.
    std::vector<Node> nodes;
    nodes.push_back(ask(QStringLiteral("/org/a11y/atspi/accessible/root")));
    for (size_t begin = 0, end = 1; begin < end; begin = std::exchange(end, nodes.size()))
        for (size_t i = begin; i < end; ++i) {
            nodes[i].isShown = i == 0 || has(statesIn(answerOf(nodes[i].states)), Showing);
            if (!nodes[i].isShown)
                continue;
            for (const QString& child : pathsIn(answerOf(nodes[i].children))) {
                nodes[i].inside.push_back(nodes.size());
                nodes.push_back(ask(child));
            }
        }
    tell(nodes, 0, 0, seen);
    return seen;
}

Eyes::Node Eyes::ask(const QString& path) {
    return {path, send(path, accessible, QStringLiteral("GetState")), send(path, accessible, QStringLiteral("GetRoleName")),
        send(path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"), {accessible, QStringLiteral("Name")}),
        send(path, accessible, QStringLiteral("GetChildren"))};
}

void Eyes::tell(std::vector<Node>& nodes, size_t index, int depth, std::vector<Seen>& seen) {
    Node& node = nodes[index];
    if (!node.isShown)
        return;
    const quint64 states = statesIn(answerOf(node.states));
    Seen one;
    one.id = node.path;
    one.depth = depth;
    one.role = answerOf(node.role).arguments().value(0).toString();
    one.name = answerOf(node.name).arguments().value(0).value<QDBusVariant>().variant().toString();
    one.focused = has(states, Focused);
    one.enabled = has(states, Enabled);
    one.checked = has(states, Checked);
    one.selected = has(states, Selected);
    readField(one);
    seen.push_back(one);
    for (const size_t inside : node.inside)
        tell(nodes, inside, depth + 1, seen);
}

QStringList Eyes::words() {
    QStringList words;
    for (const Seen& one : look())
        for (const QString& word : {one.name, one.text})
            if (!word.isEmpty() && (words.isEmpty() || words.last() != word))
                words << word;
    return words;
}

bool Eyes::findProgram() {
    QDBusConnectionInterface* daemon = m_bus.interface();
    if (!daemon)
        return false;
    for (const QString& name : daemon->registeredServiceNames().value())
        if (name.startsWith(QLatin1Char(':')) && qint64(daemon->servicePid(name).value()) == m_process)
            m_service = name;
    return !m_service.isEmpty();
}

void Eyes::readField(Seen& one) {
    if (one.role == QLatin1String("text") || one.role == QLatin1String("spin box")) {
        one.text = answerOf(send(one.id, QStringLiteral("org.a11y.atspi.Text"), QStringLiteral("GetText"), {0, -1})).arguments().value(0).toString();
    } else if (one.role == QLatin1String("combo box")) {
        const QString label = labelIn(answerOf(send(one.id, accessible, QStringLiteral("GetRelationSet"))));
        one.text = one.name;
        if (!label.isEmpty())
            one.name = answerOf(ask(label).name).arguments().value(0).value<QDBusVariant>().variant().toString();
    }
}

QDBusPendingCall Eyes::send(const QString& path, const QString& interface, const QString& method, const QVariantList& arguments) {
    QDBusMessage message = QDBusMessage::createMethodCall(m_service, path, interface, method);
    message.setArguments(arguments);
    return m_bus.asyncCall(message, longestAnswer);
}

}

#include "app/forms/Template.h"

#include "app/forms/TemplateParser.h"
#include "app/forms/WholeWords.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace motcua::forms {

namespace {

using Node = Template::Node;

struct Scope {
    QJsonValue item;
    qsizetype number = 0; ///< of the item in its list, from 1
    const Scope* outer = nullptr;
};

QJsonValue find(const QString& name, const Scope* scope) {
    for (; scope; scope = scope->outer) {
        if (name == QLatin1String("."))
            return scope->item;
        if (name == QLatin1String("@number"))
            return scope->number;
        if (const QJsonValue value = scope->item.toObject().value(name); !value.isUndefined())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

bool holds(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double:
        return value.toDouble() != 0;
    case QJsonValue::String:
        return !value.toString().trimmed().isEmpty();
    case QJsonValue::Array:
        return !value.toArray().isEmpty();
    case QJsonValue::Object:
        return !value.toObject().isEmpty();
    default:
        return false;
    }
}

/// A value's text; null when there is nothing that could be put on paper.
QString textOf(const QJsonValue& value) {
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    const QString text = value.toString().normalized(QString::NormalizationForm_C).trimmed();
    return text.isEmpty() ? QString() : text;
}

QString filtered(const QString& text, const QString& filter) {
    if (filter == QLatin1String("url"))
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    QString clean = filter == QLatin1String("upper") ? text.toUpper() : text;
    clean.remove(QLatin1Char('\r'));
    for (QChar& c : clean)
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n'))
            c = QLatin1Char(' ');
    return keptWhole(clean).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br/>"));
}

base::Outcome write(const std::vector<Node>& nodes, const Scope& scope, QString& out);

base::Outcome missing(const QString& field) {
    return base::fail(QStringLiteral("paper.missing-value"), {{QStringLiteral("field"), field}});
}

base::Outcome writeEach(const Node& node, const Scope& scope, QString& out) {
    const QJsonValue list = find(node.text, &scope);
    if (!list.isArray() && !list.isObject())
        return missing(node.text);
    Scope inner{{}, 0, &scope};
    for (const QJsonValue& item : list.isArray() ? list.toArray() : QJsonArray({list})) {
        inner.item = item;
        ++inner.number;
        if (const auto written = write(node.children, inner, out); !written)
            return written;
    }
    return base::done();
}

base::Outcome writeValue(const Node& node, const Scope& scope, QString& out) {
    const QString text = textOf(find(node.text, &scope));
    if (text.isNull())
        return missing(node.text);
    out += filtered(text, node.filter);
    return base::done();
}

base::Outcome write(const std::vector<Node>& nodes, const Scope& scope, QString& out) {
    for (const Node& node : nodes) {
        base::Outcome written = base::done();
        switch (node.kind) {
        case Template::Kind::Text:
            out += node.text;
            break;
        case Template::Kind::Value:
            written = writeValue(node, scope, out);
            break;
        case Template::Kind::Each:
            written = writeEach(node, scope, out);
            break;
        case Template::Kind::If:
            written = write(holds(find(node.text, &scope)) ? node.children : node.otherwise, scope, out);
            break;
        }
        if (!written)
            return written;
    }
    return base::done();
}

}

QString Template::withoutComments(QString source) {
    static const QRegularExpression comment(QStringLiteral("<!--.*?-->"), QRegularExpression::DotMatchesEverythingOption);
    for (auto match = comment.match(source); match.hasMatch(); match = comment.match(source, match.capturedStart()))
        source.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedView().count(QLatin1Char('\n')), QLatin1Char('\n')));
    return source;
}

base::Result<Template> Template::parse(const QString& source) {
    static const QRegularExpression title(QStringLiteral("<title>([^<{]*)</title>"));
    Template form;
    const QString text = withoutComments(source);
    auto page = PageSetup::read(text);
    if (!page)
        return base::fail(page.error());
    auto nodes = TemplateParser(text).parse();
    if (!nodes)
        return base::fail(nodes.error());
    form.m_page = *page;
    form.m_nodes = std::move(*nodes);
    form.m_title = title.match(text).captured(1).trimmed();
    return form;
}

base::Result<QString> Template::expand(const QJsonObject& values) const {
    QString html;
    const Scope top{values};
    if (const auto written = write(m_nodes, top, html); !written)
        return base::fail(written.error());
    return html;
}

}

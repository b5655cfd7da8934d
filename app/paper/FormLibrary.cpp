#include "app/paper/FormLibrary.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>

namespace motcua::paper {

namespace {

constexpr qint64 maxTemplateBytes = 1 << 20;

base::Result<QString> unknown(const QString& name) {
    return base::fail(QStringLiteral("paper.unknown-form"), {{QStringLiteral("form"), name}});
}

base::Result<QString> unreadable() {
    return base::fail(
        QStringLiteral("paper.bad-template"), {{QStringLiteral("line"), QStringLiteral("0")}, {QStringLiteral("reason"), QStringLiteral("file")}});
}

}

FormLibrary::FormLibrary(QString provincialDirectory) : m_provincialDirectory(std::move(provincialDirectory)) {}

base::Result<forms::Template> FormLibrary::form(const domain::ports::Form& form) const {
    auto named = [&form](base::Error error) {
        error.detail.insert(QStringLiteral("form"), form.name);
        return base::fail(std::move(error));
    };
    const auto text = source(form);
    if (!text)
        return named(text.error());
    auto parsed = forms::Template::parse(*text);
    if (!parsed)
        return named(parsed.error());
    return parsed;
}

base::Result<QString> FormLibrary::source(const domain::ports::Form& form) const {
    if (!form.html.isEmpty())
        return form.html;
    const QString& name = form.name;
    static const QRegularExpression plainName(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    if (!plainName.match(name).hasMatch())
        return unknown(name);
    const QString ours = QStringLiteral(":/forms/print/%1.html").arg(name);
    const QString theirs = QStringLiteral("%1/%2.html").arg(m_provincialDirectory, name);
    QFile file(!m_provincialDirectory.isEmpty() && QFile::exists(theirs) ? theirs : ours);
    if (!file.exists())
        return unknown(name);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable();
    const QByteArray bytes = file.read(maxTemplateBytes + 1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (file.error() != QFile::NoError || bytes.size() > maxTemplateBytes || decoder.hasError())
        return unreadable();
    return text;
}

}

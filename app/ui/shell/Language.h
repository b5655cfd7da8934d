#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace motcua::ui {

/// The language of the screens; a change reaches every widget as QEvent::LanguageChange. Owner: main(). Thread: GUI.
class Language : public QObject {
    Q_OBJECT

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    QString current() const { return m_current; }
    /// "vi" or "en".
    void apply(const QString& language);

private:
    QString m_current;
    QTranslator m_program;
    QTranslator m_qt;
};

}

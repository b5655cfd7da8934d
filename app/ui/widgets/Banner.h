#pragma once

#include "app/base/Error.h"
#include "app/ui/style/Palette.h"

#include <QFrame>
#include <QPointer>

class QHBoxLayout;

namespace motcua::ui {

class IconLabel;
class TextLabel;

/// The sign that goes with the tone of a message.
QString iconOf(Tone tone);

/// An inline message that stays until it is dealt with: what happened, what was kept, what to do. Screen readers hear it when it comes.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void show(Tone tone, const QString& what, const QString& kept = {}, const QString& next = {});
    void show(const base::Error& error);
    void clear();
    bool isShown() const { return !isHidden(); }
    QString text() const;
    /// Empty where what is shown is none.
    const base::Error& error() const { return m_error; }
    /// A button at the end of the banner, such as "Try again".
    void addButton(QWidget* button);
    void setClosable(bool closable);

signals:
    void closed();
    /// Something else is shown than before, or nothing.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void put(Tone tone, const QString& what, const QString& kept, const QString& next);

    Tone m_tone = Tone::Info;
    base::Error m_error;
    IconLabel* m_icon;
    TextLabel* m_what;
    TextLabel* m_more;
    QHBoxLayout* m_line;
    QWidget* m_close;
};

}

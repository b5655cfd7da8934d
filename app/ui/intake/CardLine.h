#pragma once

#include "app/ui/widgets/Field.h"

namespace motcua::domain {
struct CardQr;
}

namespace motcua::ui {

class TextEdit;

/// A line that a reader types a card's QR into. What is no card's is refused in words below it.
class CardLine : public Field {
    Q_OBJECT

public:
    explicit CardLine(const QString& name, QWidget* parent = nullptr);

    /// Puts the cursor there.
    void begin();
    /// The card was taken some other way.
    void clear();
    void setWords(const QString& label, const QString& placeholder, const QString& accessibleName);

signals:
    void cardRead(const motcua::domain::CardQr& card);
    /// Enter without a card: the fields are typed.
    void skipped();

private:
    void read();

    TextEdit* m_line;
};

}

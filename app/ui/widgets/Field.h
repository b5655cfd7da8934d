#pragma once

#include "app/domain/Applicant.h"
#include "app/ui/style/Palette.h"

#include <QWidget>

namespace motcua::ui {

class Badge;
class TextLabel;

/// A labelled editor: the label names it to screen readers, a badge says where the value came from, a line below says what is
/// wrong. The editor becomes the field's child.
class Field : public QWidget {
    Q_OBJECT

public:
    Field(const QString& label, QWidget* editor, QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    void setLabel(const QString& label);
    /// "Optional", "12 digits": beside the label.
    void setHint(const QString& hint);
    void setRequired(bool required);
    /// Typed shows no badge.
    void setOrigin(domain::Origin origin);
    /// Danger colours the editor's border, Warning too; Neutral clears both.
    void setMessage(const QString& message, Tone tone = Tone::Danger);
    void clearMessage() { setMessage(QString(), Tone::Neutral); }
    QString message() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QWidget* m_editor;
    TextLabel* m_label;
    TextLabel* m_hint;
    Badge* m_origin;
    TextLabel* m_message;
    QString m_labelText;
    domain::Origin m_originValue = domain::Origin::Typed;
    bool m_required = false;
};

}

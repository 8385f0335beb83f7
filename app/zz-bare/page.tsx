export default function P() {
  return (
    <table>
      <tbody>
        {Array.from({ length: 20 }, (_, i) => (
          <tr key={i}>
            <td>{i}</td>
            <td>row</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
